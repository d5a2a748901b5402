/** A power allocation asked with gains, budgets or exponents that cannot be. */
export class PowerError extends Error {
  override readonly name = 'PowerError';
  readonly code = 'INVALID_POWER_INPUT';
  /** Where in the input, e.g. `userGain[2][0]`. */
  readonly path: string;

  constructor(path: string, message: string) {
    super(`${path}: ${message}`);
    this.path = path;
  }
}
