/** A question about rates with sizes, indexes or numbers that cannot be. Thrown before any loop. */
export class CommunicationError extends Error {
  override readonly name = 'CommunicationError';
  readonly code = 'INVALID_COMMUNICATION_INPUT';
  /** Where in the input, e.g. `power[2][0]`. */
  readonly path: string;

  constructor(path: string, message: string) {
    super(`${path}: ${message}`);
    this.path = path;
  }
}
