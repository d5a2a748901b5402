/** Input that no detector can use: sizes that disagree, numbers that are not finite, a report that contradicts another. */
export class DetectionError extends Error {
  readonly code = 'DETECTION_INPUT';
  /** Name of the argument, dotted. */
  readonly argument: string;
  constructor(argument: string, detail: string) {
    super(`${argument}: ${detail}`);
    this.name = 'DetectionError';
    this.argument = argument;
  }
}

/** Ψ cannot be factored in double precision: not positive definite, or its condition number exceeds about 10¹⁵. */
export class SingularCovarianceError extends Error {
  readonly code = 'SINGULAR_COVARIANCE';
  /** 0-based row at which the factorisation stopped. */
  readonly row: number;
  constructor(row: number) {
    super(`the covariance is not positive definite in double precision (row ${row})`);
    this.name = 'SingularCovarianceError';
    this.row = row;
  }
}

/** What is computed, or `otherwise` where the covariance has no factor in double precision. */
export function orWithoutRank<T>(compute: () => T, otherwise: T): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof SingularCovarianceError) return otherwise;
    throw error;
  }
}
