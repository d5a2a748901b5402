/** Operand sizes that do not fit together. Thrown before any loop, so operands are untouched. */
export class ShapeError extends Error {
  readonly code = 'SHAPE';
  readonly operation: string;
  constructor(operation: string, detail: string) {
    super(`${operation}: ${detail}`);
    this.name = 'ShapeError';
    this.operation = operation;
  }
}

/** A Cholesky pivot that is not positive and finite: the matrix is not numerically positive definite. */
export class NotPositiveDefiniteError extends Error {
  readonly code = 'NOT_POSITIVE_DEFINITE';
  /** 0-based row of the failed pivot. */
  readonly row: number;
  readonly pivot: number;
  constructor(row: number, pivot: number) {
    super(`matrix is not positive definite: pivot ${pivot} in row ${row}`);
    this.name = 'NotPositiveDefiniteError';
    this.row = row;
    this.pivot = pivot;
  }
}

/** An argument outside the domain of a function: a probability above 1, a shape of zero, NaN. */
export class DomainError extends Error {
  readonly code = 'DOMAIN';
  readonly operation: string;
  readonly argument: string;
  readonly value: number;
  constructor(operation: string, argument: string, value: number, domain: string) {
    super(`${operation}: ${argument} is ${value}, must be ${domain}`);
    this.name = 'DomainError';
    this.operation = operation;
    this.argument = argument;
    this.value = value;
  }
}

/** An iteration that did not settle; with finite input this is not expected to happen. */
export class ConvergenceError extends Error {
  readonly code = 'NO_CONVERGENCE';
  readonly operation: string;
  constructor(operation: string, detail: string) {
    super(`${operation}: ${detail}`);
    this.name = 'ConvergenceError';
    this.operation = operation;
  }
}
