const SOCKET_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
  // The folder of a Unix socket whose server is not there yet.
  'ENOENT',
]);

/** Server going down, coming up or full; and two statements that were in each other's way, of which one was undone. */
const SQL_STATES = new Set(['57P01', '57P02', '57P03', '57P05', '53300', '40001', '40P01']);

/** The driver's own errors have no code. */
const DRIVER_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client (has encountered a connection error|was closed)|server closed the connection)/;

/** Whether the same statement may succeed later, since the server could not be asked, or was not able to answer. */
export function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isConnectionError);
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') {
    return SOCKET_CODES.has(code) || SQL_STATES.has(code) || /^08[0-9A-Z]{3}$/.test(code);
  }
  return DRIVER_MESSAGES.test(error.message);
}
