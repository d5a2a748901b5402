import type { Code, FunctionAssembler, Local } from './assembler.ts';
import { int, loop, vector, when } from './assembler.ts';

const { add, mul, zip } = vector;

/** (Σ lanes of a, Σ lanes of b): from here on a lane is a row. */
export function fold(a: Local, b: Local): Code {
  return add(zip(a.get, b.get, 0), zip(a.get, b.get, 1));
}

/** Real dot products of four lines of memory with two others, two elements at a time, the even and the odd ones summed apart. */
export class RealTile {
  readonly #k: Local;
  readonly #end: Local;
  /** [line][column], two lanes each. */
  readonly #sums: readonly Local[][];
  readonly #factors: Local[];

  /** Offsets along a line run in `k` from 0 to `end`, an even number of elements, in bytes. */
  constructor(f: FunctionAssembler, k: Local, end: Local) {
    this.#k = k;
    this.#end = end;
    this.#sums = Array.from({ length: 4 }, () => f.declare('vector', 2));
    this.#factors = f.declare('vector', 3);
  }

  /** to[pair of lines][column] ← the products, a lane is a line. Leaves k at `end`. */
  products(lines: readonly Local[], columns: readonly [Local, Local], to: readonly Local[][]): Code[] {
    const [x, u, v] = this.#factors;
    const at = (line: Local): Code => int.add(line.get, this.#k.get);
    const step = (offset: number): Code[] => [
      ...[u.set(vector.load(at(columns[0]), offset)), v.set(vector.load(at(columns[1]), offset))],
      ...this.#sums.flatMap(([first, second], line) => [
        x.set(vector.load(at(lines[line]), offset)),
        first.set(add(first.get, mul(x.get, u.get))),
        second.set(add(second.get, mul(x.get, v.get))),
      ]),
    ];
    return [
      ...this.#sums.flat().map((sum) => sum.set(vector.zero)),
      this.#k.set(int.constant(0)),
      when(int.and(this.#end.get, int.constant(16)), ...step(0), this.#k.set(int.constant(16))),
      loop(
        int.less(this.#k.get, this.#end.get),
        ...[...step(0), ...step(16)],
        this.#k.set(int.add(this.#k.get, int.constant(32))),
      ),
      ...to.flatMap((pair, p) =>
        pair.map((value, column) => value.set(fold(this.#sums[2 * p][column], this.#sums[2 * p + 1][column]))),
      ),
    ];
  }
}
