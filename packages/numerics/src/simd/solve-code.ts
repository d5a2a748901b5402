import type { AssembledFunction, Code, Local } from './assembler.ts';
import { FunctionAssembler, int, loop, real, vector, when } from './assembler.ts';
import type { Cursor } from './column-tile.ts';
import { advance, ColumnTile, declareCursor, place } from './column-tile.ts';

const { add, sub, mul } = vector;

/**
 * `solve(tRe, tIm, tRow, tStep, xRe, xIm, xRow, n, columns)`: X ← T⁻¹ X by substitution, T lower triangular, not conjugated.
 *
 * T: element (i, k), k ≤ i, at t + i · tRow + k · tStep, its diagonal real. X: n rows of an even number of columns, xRow apart. All distances
 * in bytes and of either sign, so that the transposed system is this one with both matrices run through backwards. Returns 0.
 */
export function solveCode(): AssembledFunction {
  const f = new FunctionAssembler('solve', 9);
  const [tRe, tIm, tRow, tStep, xRe, xIm, xRow, n, columns] = f.parameters;
  const tile = new ColumnTile(f);
  const lines = [declareCursor(f), declareCursor(f)] as const;
  const outs = [declareCursor(f), declareCursor(f)] as const;
  const [i, c, isLast] = f.declare('int', 3);
  const [pivot0, pivot1, headRe, headIm] = f.declare('vector', 4);
  const offset = int.shiftLeft(c.get, int.constant(3));
  const x = (row: 0 | 1, part: keyof Cursor): Code => int.add(outs[row][part].get, offset);
  /** (old − sum) */
  const rest = (row: 0 | 1, part: keyof Cursor, sum: Local, pair: number): Code =>
    sub(vector.load(x(row, part), 16 * pair), sum.get);

  const finishPair = (pair: number): Code[] => {
    const [r0, s0] = tile.sums[0][pair];
    const [r1, s1] = tile.sums[1][pair];
    return [
      r0.set(mul(rest(0, 're', r0, pair), pivot0.get)),
      s0.set(mul(rest(0, 'im', s0, pair), pivot0.get)),
      when(
        int.not(isLast.get),
        r1.set(sub(rest(1, 're', r1, pair), sub(mul(headRe.get, r0.get), mul(headIm.get, s0.get)))),
        s1.set(sub(rest(1, 'im', s1, pair), add(mul(headRe.get, s0.get), mul(headIm.get, r0.get)))),
        vector.store(x(1, 're'), mul(r1.get, pivot1.get), 16 * pair),
        vector.store(x(1, 'im'), mul(s1.get, pivot1.get), 16 * pair),
      ),
      vector.store(x(0, 're'), r0.get, 16 * pair),
      vector.store(x(0, 'im'), s0.get, 16 * pair),
    ];
  };
  const strip = (pairs: 1 | 2): Code[] => [
    ...tile.left.flatMap((cursor, row) => place(cursor, lines[row], int.constant(0))),
    ...place(tile.right, { re: xRe, im: xIm }, offset),
    ...tile.accumulate(pairs, i.get, tStep.get, xRow.get),
    ...Array.from({ length: pairs }, (_, pair) => finishPair(pair)).flat(),
    c.set(int.add(c.get, int.constant(2 * pairs))),
  ];

  const [diagonal] = f.declare('int', 1);
  const reciprocal = (address: Code): Code => vector.both(real.div(real.constant(1), real.load(address)));
  const plus = (value: Local, by: number): Code => int.add(value.get, int.constant(by));
  return f.finish(
    ...place(lines[0], { re: tRe, im: tIm }, int.constant(0)),
    ...place(outs[0], { re: xRe, im: xIm }, int.constant(0)),
    i.set(int.constant(0)),
    loop(
      int.less(i.get, n.get),
      isLast.set(int.equal(plus(i, 1), n.get)),
      ...place(lines[1], lines[0], tRow.get),
      ...place(outs[1], outs[0], xRow.get),
      when(isLast.get, ...place(lines[1], lines[0], int.constant(0)), ...place(outs[1], outs[0], int.constant(0))),
      diagonal.set(int.mul(i.get, tStep.get)),
      pivot0.set(reciprocal(int.add(lines[0].re.get, diagonal.get))),
      when(
        int.not(isLast.get),
        headRe.set(vector.splat(int.add(lines[1].re.get, diagonal.get))),
        headIm.set(vector.splat(int.add(lines[1].im.get, diagonal.get))),
        pivot1.set(reciprocal(int.add(lines[1].re.get, int.add(diagonal.get, tStep.get)))),
      ),
      c.set(int.constant(0)),
      loop(int.less(plus(c, 3), columns.get), ...strip(2)),
      when(int.less(c.get, columns.get), ...strip(1)),
      ...advance(lines[0], int.shiftLeft(tRow.get, int.constant(1))),
      ...advance(outs[0], int.shiftLeft(xRow.get, int.constant(1))),
      i.set(plus(i, 2)),
    ),
    int.constant(0),
  );
}
