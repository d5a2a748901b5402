/** A failure whose message is all a user needs: printed alone, without a stack. */
export class UsageError extends Error {
  readonly code = 'USAGE';
  readonly exitCode: number;

  constructor(message: string, exitCode = 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Codes of errors about what somebody typed or brought. */
const wrongInput: ReadonlySet<string> = new Set([
  'SCENARIO_INVALID',
  'UNKNOWN_EXPERIMENT',
  'PACE_NEEDED',
  'SERVER_URL',
  'UNKNOWN_ACCESS_POINT',
  'NOT_A_RECEIVE_ACCESS_POINT',
  'NOT_A_TRANSMIT_ACCESS_POINT',
]);

/** What to print and return for any error. Errors with a string `code` are ours or the system's and speak for themselves. */
export function describeFailure(error: unknown): { readonly text: string; readonly exitCode: number } {
  if (!(error instanceof Error)) return { text: String(error), exitCode: 1 };
  const { code, exitCode } = error as { code?: unknown; exitCode?: unknown };
  if (typeof exitCode === 'number') return { text: error.message, exitCode };
  if (code === 'EADDRINUSE') {
    const { port, address } = error as { port?: number; address?: string };
    const place = port === undefined ? 'the address' : `port ${port} on ${address ?? 'this machine'}`;
    return {
      text: `${place} is already in use: choose another with --port, or --port 0 for any free one`,
      exitCode: 1,
    };
  }
  if (code === 'QUEUE_UNAVAILABLE')
    return { text: `${error.message}: start Redis there, or name another with --queue`, exitCode: 1 };
  if (code === 'EACCES') return { text: `${error.message}: choose another place or port`, exitCode: 1 };
  if (typeof code === 'string') return { text: error.message, exitCode: wrongInput.has(code) ? 2 : 1 };
  return { text: error.stack ?? error.message, exitCode: 1 };
}
