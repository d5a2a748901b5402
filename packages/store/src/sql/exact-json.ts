/** JSON text in which every double survives: −0 keeps its sign, what is not finite becomes a string that Number() reads. */

export function exactNumber(value: number): string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0' : String(value);
  return `"${value}"`;
}

export function exactNumberOrNull(value: number | null): string {
  return value === null ? 'null' : exactNumber(value);
}

/** A list of integers. */
export function integerList(values: readonly number[]): string {
  return `[${values.join(',')}]`;
}
