import type { AssembledFunction, Code, Local } from './assembler.ts';
import { FunctionAssembler, int, loop, vector, when } from './assembler.ts';
import { advance, ColumnTile, declareCursor, place } from './column-tile.ts';

/**
 * `product(aRe, aIm, aRow, aStep, bRe, bIm, bRow, outRe, outIm, m, n, p, lower)`: out ← A B without conjugation.
 *
 * A: element (i, k) at a + i · aRow + k · aStep. B: p rows of n, bRow apart, n even (a zero column makes it so); out: m rows of the
 * same bRow. All distances in bytes. lower = 1 keeps to the tiles that touch the lower triangle. Returns 0.
 */
export function productCode(): AssembledFunction {
  const f = new FunctionAssembler('product', 13);
  const [aRe, aIm, aRow, aStep, bRe, bIm, bRow, outRe, outIm, m, n, p, lower] = f.parameters;
  const tile = new ColumnTile(f);
  const rows = [declareCursor(f), declareCursor(f)] as const;
  const outs = [declareCursor(f), declareCursor(f)] as const;
  const [i, c, limit] = f.declare('int', 3);
  const offset = int.shiftLeft(c.get, int.constant(3));

  const strip = (pairs: 1 | 2): Code[] => [
    ...tile.left.flatMap((cursor, row) => place(cursor, rows[row], int.constant(0))),
    ...place(tile.right, { re: bRe, im: bIm }, offset),
    ...tile.accumulate(pairs, p.get, aStep.get, bRow.get),
    ...tile.sums.flatMap((sums, row) =>
      sums
        .slice(0, pairs)
        .flatMap(([r, s], pair) => [
          vector.store(int.add(outs[row].re.get, offset), r.get, 16 * pair),
          vector.store(int.add(outs[row].im.get, offset), s.get, 16 * pair),
        ]),
    ),
    c.set(int.add(c.get, int.constant(2 * pairs))),
  ];
  const plus = (x: Local, by: number): Code => int.add(x.get, int.constant(by));
  return f.finish(
    ...place(rows[0], { re: aRe, im: aIm }, int.constant(0)),
    ...place(outs[0], { re: outRe, im: outIm }, int.constant(0)),
    i.set(int.constant(0)),
    loop(
      int.less(i.get, m.get),
      ...place(rows[1], rows[0], aRow.get),
      ...place(outs[1], outs[0], bRow.get),
      // An odd last row is done as a pair of itself.
      when(
        int.equal(plus(i, 1), m.get),
        ...place(rows[1], rows[0], int.constant(0)),
        ...place(outs[1], outs[0], int.constant(0)),
      ),
      limit.set(n.get),
      when(int.and(lower.get, int.less(plus(i, 2), n.get)), limit.set(plus(i, 2))),
      c.set(int.constant(0)),
      loop(int.less(plus(c, 3), limit.get), ...strip(2)),
      when(int.less(c.get, limit.get), ...strip(1)),
      ...advance(rows[0], int.shiftLeft(aRow.get, int.constant(1))),
      ...advance(outs[0], int.shiftLeft(bRow.get, int.constant(1))),
      i.set(plus(i, 2)),
    ),
    int.constant(0),
  );
}
