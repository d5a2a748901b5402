/** Sizes or numbers that no signal can have. Thrown before any loop. */
export class SignalError extends Error {
  readonly code = 'SIGNAL';
  /** Name of the argument. */
  readonly argument: string;

  constructor(argument: string, message: string) {
    super(`${argument}: ${message}`);
    this.name = 'SignalError';
    this.argument = argument;
  }
}
