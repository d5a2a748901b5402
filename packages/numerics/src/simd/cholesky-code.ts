import type { AssembledFunction, Code, Local } from './assembler.ts';
import { FunctionAssembler, int, leaveWith, loop, real, vector, when } from './assembler.ts';
import { fold, RealTile } from './real-tile.ts';

const { add, sub, mul, zip } = vector;

/**
 * `cholesky(re, im, n, inverse, difference, sums)`: the factorisation of `scalar/cholesky.ts`, two summation indices at a time.
 *
 * re, im: addresses of the parts, [n × n] row-major. inverse: n f64 for the reciprocal pivots. difference: n² f64, sums: 4 n f64 of
 * scratch. Returns n, or the row of the first pivot that is not positive and finite; the pivot is then at inverse[row].
 * The even and the odd terms of a dot product are summed apart, so results differ from the scalar kernel's in the last bits.
 *
 * Rows are taken in fours as long as there are four. Left of their own four columns they are multiplied by three real products
 * instead of four, x ū = (a + b) + j (c − a + b) with a = xᵣuᵣ, b = xᵢuᵢ, c = (xᵣ + xᵢ)(uᵣ − uᵢ): `sums` holds xᵣ + xᵢ of the four rows,
 * `difference` uᵣ − uᵢ of L. All three are bounded by ‖x‖‖u‖, so that the backward error stays that of Cholesky's method.
 */
export function choleskyCode(): AssembledFunction {
  const f = new FunctionAssembler('cholesky', 6);
  const [re, im, n, inverse, difference, rowSums] = f.parameters;
  const [i, k, end, stride, isLast, toDifference] = f.declare('int', 6);
  const rows = f.declare('int', 4);
  const [rowRe0, rowIm0, rowRe1, rowIm1] = rows;
  const columns = f.declare('int', 4);
  const [colRe0, colIm0, colRe1, colIm1] = columns;
  // Parts r, s of the four dot products row · conj(column): r01 is row 0 with column 1.
  const sums = f.declare('vector', 8);
  const [r00, s00, r01, s01, r10, s10, r11, s11] = sums;
  const [x0, y0, x1, y1, u, v] = f.declare('vector', 6);
  const [pivot, scale, headRe, headIm] = f.declare('real', 4);

  const at = (line: Local): Code => int.add(line.get, k.get);
  const accumulate = (r: Local, s: Local, x: Local, y: Local): Code[] => [
    r.set(add(r.get, add(mul(x.get, u.get), mul(y.get, v.get)))),
    s.set(add(s.get, sub(mul(y.get, u.get), mul(x.get, v.get)))),
  ];
  /** Leaves the eight dot products over columns 0 … end − 1 in `sums`, split over lanes, and k at `end`. */
  const dotProducts: Code[] = [
    ...sums.map((sum) => sum.set(vector.zero)),
    k.set(int.constant(0)),
    loop(
      int.less(k.get, end.get),
      ...[x0.set(vector.load(at(rowRe0))), y0.set(vector.load(at(rowIm0)))],
      ...[x1.set(vector.load(at(rowRe1))), y1.set(vector.load(at(rowIm1)))],
      ...[u.set(vector.load(at(colRe0))), v.set(vector.load(at(colIm0)))],
      ...accumulate(r00, s00, x0, y0),
      ...accumulate(r10, s10, x1, y1),
      ...[u.set(vector.load(at(colRe1))), v.set(vector.load(at(colIm1)))],
      ...accumulate(r01, s01, x0, y0),
      ...accumulate(r11, s11, x1, y1),
      k.set(int.add(k.get, int.constant(16))),
    ),
  ];

  const reciprocalPivot = (offset: number): Code => vector.splat(int.add(inverse.get, end.get), offset);
  /** L at the columns of k from the folded dot products r00, s00, r01, s01 of two rows. */
  const finishTile: Code[] = [
    ...[x0.set(vector.load(at(rowRe0))), x1.set(vector.load(at(rowRe1)))],
    ...[y0.set(vector.load(at(rowIm0))), y1.set(vector.load(at(rowIm1)))],
    u.set(reciprocalPivot(0)),
    r00.set(mul(sub(zip(x0.get, x1.get, 0), r00.get), u.get)),
    s00.set(mul(sub(zip(y0.get, y1.get, 0), s00.get), u.get)),
    ...[u.set(vector.splat(at(colRe1))), v.set(vector.splat(at(colIm1)))],
    ...accumulate(r01, s01, r00, s00),
    u.set(reciprocalPivot(8)),
    r01.set(mul(sub(zip(x0.get, x1.get, 1), r01.get), u.get)),
    s01.set(mul(sub(zip(y0.get, y1.get, 1), s01.get), u.get)),
    ...[x0.set(zip(r00.get, r01.get, 0)), x1.set(zip(r00.get, r01.get, 1))],
    ...[y0.set(zip(s00.get, s01.get, 0)), y1.set(zip(s00.get, s01.get, 1))],
    ...[vector.store(at(rowRe0), x0.get), vector.store(at(rowRe1), x1.get)],
    ...[vector.store(at(rowIm0), y0.get), vector.store(at(rowIm1), y1.get)],
    vector.store(int.add(at(rowRe0), toDifference.get), sub(x0.get, y0.get)),
    vector.store(int.add(at(rowRe1), toDifference.get), sub(x1.get, y1.get)),
  ];
  const tile: Code[] = [
    ...dotProducts,
    ...[r00.set(fold(r00, r10)), s00.set(fold(s00, s10)), r01.set(fold(r01, r11)), s01.set(fold(s01, s11))],
    ...finishTile,
  ];

  // Four rows: x of three planes (re, im, their sum), by row.
  const planes = [f.declare('int', 4), f.declare('int', 4), f.declare('int', 4)] as const;
  const [fourRe, fourIm, fourSum] = planes;
  const [colDifference0, colDifference1] = f.declare('int', 2);
  /** [plane][pair of rows][column], a lane is a row. */
  const folded = planes.map(() => [f.declare('vector', 2), f.declare('vector', 2)]);
  const tile4 = new RealTile(f, k, end);
  const finishPair = (pair: 0 | 1): Code[] => {
    const [a, b, c] = folded.map((plane) => plane[pair]);
    const [first, second] = [2 * pair, 2 * pair + 1];
    return [
      ...[rowRe0.set(fourRe[first].get), rowIm0.set(fourIm[first].get)],
      ...[rowRe1.set(fourRe[second].get), rowIm1.set(fourIm[second].get)],
      ...[r00.set(add(a[0].get, b[0].get)), s00.set(add(sub(c[0].get, a[0].get), b[0].get))],
      ...[r01.set(add(a[1].get, b[1].get)), s01.set(add(sub(c[1].get, a[1].get), b[1].get))],
      ...finishTile,
      vector.store(at(fourSum[first]), add(x0.get, y0.get)),
      vector.store(at(fourSum[second]), add(x1.get, y1.get)),
    ];
  };
  const below = (line: Local): Code => int.add(line.get, stride.get);
  /** Four rows from `rowRe0` on, left of column i. */
  const fourRows: Code[] = [
    ...[fourRe[0].set(rowRe0.get), fourIm[0].set(rowIm0.get), fourSum[0].set(rowSums.get)],
    ...planes.flatMap((plane) => [1, 2, 3].map((row) => plane[row].set(below(plane[row - 1])))),
    ...[colRe0.set(re.get), colIm0.set(im.get), end.set(int.constant(0))],
    loop(
      int.less(end.get, int.shiftLeft(i.get, int.constant(3))),
      ...[colRe1.set(below(colRe0)), colIm1.set(below(colIm0))],
      ...[colDifference0.set(int.add(colRe0.get, toDifference.get)), colDifference1.set(below(colDifference0))],
      ...tile4.products(fourRe, [colRe0, colRe1], folded[0]),
      ...tile4.products(fourIm, [colIm0, colIm1], folded[1]),
      ...tile4.products(fourSum, [colDifference0, colDifference1], folded[2]),
      ...[...finishPair(0), ...finishPair(1)],
      ...[colRe0.set(below(colRe1)), colIm0.set(below(colIm1))],
      end.set(int.add(end.get, int.constant(16))),
    ),
    ...[rowRe0.set(fourRe[0].get), rowIm0.set(fourIm[0].get)],
  ];

  const total = (sum: Local): Code => real.add(vector.lane(sum.get, 0), vector.lane(sum.get, 1));
  const isPositive = int.and(real.less(real.constant(0), pivot.get), real.less(pivot.get, real.constant(Infinity)));
  /** Writes the root of `pivot` on the diagonal of a row and its reciprocal, or leaves with the row's index. */
  const takeRoot = (lineRe: Local, lineIm: Local, row: Code, offset: number): Code[] => [
    real.store(int.add(inverse.get, k.get), pivot.get, offset),
    when(int.not(isPositive), leaveWith(row)),
    pivot.set(real.sqrt(pivot.get)),
    real.store(at(lineRe), pivot.get, offset),
    real.store(at(lineIm), real.constant(0), offset),
    scale.set(real.div(real.constant(1), pivot.get)),
    real.store(int.add(inverse.get, k.get), scale.get, offset),
  ];
  const diagonalBlock: Code[] = [
    ...dotProducts,
    pivot.set(real.sub(real.load(at(rowRe0)), total(r00))),
    ...takeRoot(rowRe0, rowIm0, i.get, 0),
    when(
      int.not(isLast.get),
      headRe.set(real.mul(real.sub(real.load(at(rowRe1)), total(r10)), scale.get)),
      headIm.set(real.mul(real.sub(real.load(at(rowIm1)), total(s10)), scale.get)),
      real.store(at(rowRe1), headRe.get),
      real.store(at(rowIm1), headIm.get),
      pivot.set(
        real.sub(
          real.sub(real.load(at(rowRe1), 8), total(r11)),
          real.add(real.mul(headRe.get, headRe.get), real.mul(headIm.get, headIm.get)),
        ),
      ),
      ...takeRoot(rowRe1, rowIm1, int.add(i.get, int.constant(1)), 8),
    ),
  ];

  const [done] = f.declare('int', 1);
  const isFour = int.and(int.not(int.and(i.get, int.constant(2))), int.less(int.add(i.get, int.constant(3)), n.get));
  return f.finish(
    stride.set(int.shiftLeft(n.get, int.constant(3))),
    toDifference.set(int.sub(difference.get, re.get)),
    ...[i.set(int.constant(0)), rowRe0.set(re.get), rowIm0.set(im.get), done.set(int.constant(0))],
    loop(
      int.less(i.get, n.get),
      // Columns that the four rows have done already; a rest of up to three rows begins at column 0.
      when(int.not(int.and(i.get, int.constant(2))), done.set(int.constant(0))),
      when(isFour, ...fourRows, done.set(i.get)),
      isLast.set(int.equal(int.add(i.get, int.constant(1)), n.get)),
      ...[rowRe1.set(below(rowRe0)), rowIm1.set(below(rowIm0))],
      when(isLast.get, rowRe1.set(rowRe0.get), rowIm1.set(rowIm0.get)),
      end.set(int.shiftLeft(done.get, int.constant(3))),
      colRe0.set(int.add(re.get, int.mul(done.get, stride.get))),
      colIm0.set(int.add(im.get, int.mul(done.get, stride.get))),
      loop(
        int.less(end.get, int.shiftLeft(i.get, int.constant(3))),
        ...[colRe1.set(below(colRe0)), colIm1.set(below(colIm0))],
        ...tile,
        ...[colRe0.set(below(colRe1)), colIm0.set(below(colIm1))],
        end.set(int.add(end.get, int.constant(16))),
      ),
      ...columns.map((column, index) => column.set(rows[index].get)),
      ...diagonalBlock,
      ...[rowRe0.set(below(rowRe1)), rowIm0.set(below(rowIm1))],
      i.set(int.add(i.get, int.constant(2))),
    ),
    n.get,
  );
}
