/** A quantity outside the range in which a propagation formula holds. */
export class PropagationError extends Error {
  readonly code = 'PROPAGATION';
  /** Name of the argument. */
  readonly quantity: string;
  /** What was given. */
  readonly value: number;

  constructor(quantity: string, value: number, requirement: string) {
    super(`${quantity} is ${value}: ${requirement}`);
    this.name = 'PropagationError';
    this.quantity = quantity;
    this.value = value;
  }
}

/** Finite and above zero, else refused. */
export function requirePositive(quantity: string, value: number): void {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
    throw new PropagationError(quantity, value, 'must be finite and greater than 0');
  }
}

/** Finite and not below zero, else refused. */
export function requireNonNegative(quantity: string, value: number): void {
  if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) {
    throw new PropagationError(quantity, value, 'must be finite and not negative');
  }
}

/** A number of antennas: a whole number from 1 up. */
export function requireAntennaCount(antennaCount: number): void {
  if (!Number.isSafeInteger(antennaCount) || antennaCount < 1) {
    throw new PropagationError('antennaCount', antennaCount, 'must be a whole number of at least 1');
  }
}
