import { type ComplexMatrix, createComplexMatrix } from '@vedetta/numerics';
import type { ClutterScratch } from './projected-clutter.ts';
import type { ReducedTest } from './reduced-test.ts';

/** Reals that rooms of other sizes than the current one may hold, about 64 MiB; the oldest are dropped beyond. */
const MOST_KEPT = 2 ** 23;

/** Reals of a room for each element of its `mixed`: signals, one test, scratch. */
const PER_ELEMENT = 20;

/** Everything sized by q; kept for sizes that occurred, as far as memory allows. */
export interface Room {
  readonly mixed: ComplexMatrix;
  readonly tests: Map<number, ReducedTest>;
  readonly scratch: Map<number, ClutterScratch>;
  readonly profiles: Map<number, ComplexMatrix>;
  readonly echoes: Map<number, ComplexMatrix>;
}

/** One room per size (q, transmit antennas). Which rooms are kept has no influence on any result. */
export class BankRooms {
  readonly #rooms = new Map<string, Room>();

  enter(q: number, columns: number): Room {
    const key = `${q}/${columns}`;
    if (!this.#rooms.has(key)) this.#makeSpace();
    return remember(this.#rooms, key, () => ({
      mixed: createComplexMatrix(q, columns),
      tests: new Map(),
      scratch: new Map(),
      profiles: new Map(),
      echoes: new Map(),
    }));
  }

  #makeSpace(): void {
    let kept = 0;
    for (const { mixed } of this.#rooms.values()) kept += PER_ELEMENT * mixed.re.length;
    for (const [key, { mixed }] of this.#rooms) {
      if (kept <= MOST_KEPT) return;
      kept -= PER_ELEMENT * mixed.re.length;
      this.#rooms.delete(key);
    }
  }
}

export function remember<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
