/**
 * Remembers results by an integer key, at most `capacity` of them; the oldest is dropped first.
 *
 * A dropped result is computed again when asked for: results must be pure functions of their key.
 */
export class BoundedMemo<T> {
  readonly #capacity: number;
  readonly #compute: (key: number) => T;
  readonly #results = new Map<number, T>();
  /** Stands at the oldest result: a new iterator would first walk over all that were dropped before it. */
  #oldest = this.#results.keys();

  constructor(capacity: number, compute: (key: number) => T) {
    this.#capacity = Math.max(1, Math.floor(capacity));
    this.#compute = compute;
  }

  get size(): number {
    return this.#results.size;
  }

  get(key: number): T {
    const known = this.#results.get(key);
    if (known !== undefined) return known;
    const result = this.#compute(key);
    if (this.#results.size >= this.#capacity) this.#dropOldest();
    this.#results.set(key, result);
    return result;
  }

  #dropOldest(): void {
    let oldest = this.#oldest.next();
    if (oldest.done) {
      this.#oldest = this.#results.keys();
      oldest = this.#oldest.next();
    }
    if (!oldest.done) this.#results.delete(oldest.value);
  }
}

/** How many memoised entries of `matrices` complex N × N matrices fit into so many MiB, at least 1024. */
export function matrixMemoCapacity(antennaCount: number, matrices: number, mebibytes = 64): number {
  const bytes = matrices * (16 * antennaCount * antennaCount + 512);
  return Math.max(1024, Math.floor((mebibytes * 1024 * 1024) / bytes));
}

/**
 * For what every slot asks of every pair of APs. A smaller memo than a process has pairs would be none at all, since they are asked for in
 * turn: this one holds those of half a network of a thousand APs.
 */
export const linkMemoMebibytes = 256;
