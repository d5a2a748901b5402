/** A dotted key from the document's root, e.g. `['network', 'users', 'count']`. */
export type Path = readonly PropertyKey[];

/** A broken rule between several keys. */
export interface BrokenRule {
  /** The keys the rule read; the problem is shown at the first of them that the text holds. */
  readonly paths: readonly Path[];
  readonly message: string;
}

export function inNetwork(...keys: string[]): Path[] {
  return keys.map((key) => ['network', ...key.split('.')]);
}

export function metres(value: number): string {
  return `${Number(value.toFixed(3))} m`;
}
