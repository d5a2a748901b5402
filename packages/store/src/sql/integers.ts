const LARGEST = 0x7fffffff;

/** Whether a column of PostgreSQL's `integer` can hold it; what it cannot hold is not stored, and asking is no error. */
export function isStorable(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) <= LARGEST;
}

export function toStorable(value: number): number {
  return Math.max(-LARGEST, Math.min(LARGEST, value));
}
