/** The part of a pino logger that is used here. */
export interface StoreLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export const silentLogger: StoreLogger = { info() {}, warn() {}, error() {} };
