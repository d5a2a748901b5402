import { destination, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface LoggerOptions {
  /** Name of the process, in every line. */
  readonly name: string;
  /** Default info. */
  readonly level?: LogLevel;
  /** A file, its folders made if need be; default: standard error. */
  readonly destination?: string;
}

/**
 * JSON lines. Messages are constant; what varies goes into fields, numbers with a unit suffix (`durationMs`), errors as
 * `err`. Written at once: the last line before an exit is the one that is wanted.
 */
export function createLogger({ name, level = 'info', destination: path }: LoggerOptions): Logger {
  const sink =
    path === undefined ? destination({ fd: 2, sync: true }) : destination({ dest: path, mkdir: true, sync: true });
  return pino(
    { name, level, timestamp: () => `,"time":"${new Date().toISOString()}"`, base: { pid: process.pid } },
    sink,
  );
}
