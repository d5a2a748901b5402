import type { Code, FunctionAssembler, Local } from './assembler.ts';
import { int, loop, vector } from './assembler.ts';

const { add, sub, mul } = vector;

/** Address of a split complex number that moves along. */
export interface Cursor {
  readonly re: Local;
  readonly im: Local;
}

export function declareCursor(f: FunctionAssembler): Cursor {
  const [re, im] = f.declare('int', 2);
  return { re, im };
}

export function advance(cursor: Cursor, step: Code): Code[] {
  return [cursor.re.set(int.add(cursor.re.get, step)), cursor.im.set(int.add(cursor.im.get, step))];
}

/** to ← from + offset, both parts. */
export function place(to: Cursor, from: Cursor, offset: Code): Code[] {
  return [to.re.set(int.add(from.re.get, offset)), to.im.set(int.add(from.im.get, offset))];
}

/**
 * The inner loop of products and triangular solves: a tile of two rows and two or four columns, Σ_k a(k) x(k), where a lane is a
 * column. `left` are the two rows' factors, in both lanes; `right` are the columns', neighbours in memory.
 *
 * Every lane does exactly the operations of the scalar kernels in their order: the results are the same to the last bit.
 */
export class ColumnTile {
  readonly left: readonly [Cursor, Cursor];
  readonly right: Cursor;
  /** sums[row][pair of columns]: real part, imaginary part. */
  readonly sums: readonly (readonly (readonly [Local, Local])[])[];
  readonly #factors: Local[];
  readonly #count: Local;

  constructor(f: FunctionAssembler) {
    this.left = [declareCursor(f), declareCursor(f)];
    this.right = declareCursor(f);
    const pair = (): [Local, Local] => f.declare('vector', 2) as [Local, Local];
    this.sums = [
      [pair(), pair()],
      [pair(), pair()],
    ];
    this.#factors = f.declare('vector', 6);
    this.#count = f.declare('int', 1)[0];
  }

  /** Sums over `count` steps of the cursors, which end up behind the last. `pairs` of columns: 1 or 2. */
  accumulate(pairs: 1 | 2, count: Code, leftStep: Code, rightStep: Code): Code[] {
    const [x0, y0, x1, y1, u, v] = this.#factors;
    const [first, second] = this.left;
    const used = this.sums.map((row) => row.slice(0, pairs));
    const term = ([r, s]: readonly [Local, Local], x: Local, y: Local): Code[] => [
      r.set(add(r.get, sub(mul(x.get, u.get), mul(y.get, v.get)))),
      s.set(add(s.get, add(mul(x.get, v.get), mul(y.get, u.get)))),
    ];
    const columnPair = (pair: number): Code[] => [
      ...[u.set(vector.load(this.right.re.get, 16 * pair)), v.set(vector.load(this.right.im.get, 16 * pair))],
      ...term(used[0][pair], x0, y0),
      ...term(used[1][pair], x1, y1),
    ];
    return [
      ...used.flat(2).map((sum) => sum.set(vector.zero)),
      this.#count.set(count),
      loop(
        int.less(int.constant(0), this.#count.get),
        ...[x0.set(vector.splat(first.re.get)), y0.set(vector.splat(first.im.get))],
        ...[x1.set(vector.splat(second.re.get)), y1.set(vector.splat(second.im.get))],
        ...used[0].flatMap((_, pair) => columnPair(pair)),
        ...[...advance(first, leftStep), ...advance(second, leftStep), ...advance(this.right, rightStep)],
        this.#count.set(int.add(this.#count.get, int.constant(-1))),
      ),
    ];
  }
}
