import type { AssembledFunction, Code, Local } from './assembler.ts';
import { FunctionAssembler, int, leaveWith, loop, real, vector, when } from './assembler.ts';

const { add, sub, mul, zip } = vector;

/**
 * `cholesky(re, im, n, inverse)`: the factorisation of `scalar/cholesky.ts`, two summation indices at a time.
 *
 * re, im: addresses of the parts, [n × n] row-major. inverse: address of n f64 for the reciprocal pivots. Returns n, or the row of the
 * first pivot that is not positive and finite; the pivot is then at inverse[row].
 * The even and the odd terms of a dot product are summed apart, so results differ from the scalar kernel's in the last bits.
 */
export function choleskyCode(): AssembledFunction {
  const f = new FunctionAssembler('cholesky', 4);
  const [re, im, n, inverse] = f.parameters;
  const [i, k, end, stride, isLast] = f.declare('int', 5);
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

  /** (Σ lanes of a, Σ lanes of b): from here on a lane is a row. */
  const fold = (a: Local, b: Local): Code => add(zip(a.get, b.get, 0), zip(a.get, b.get, 1));
  const reciprocalPivot = (offset: number): Code => vector.splat(int.add(inverse.get, end.get), offset);
  const tile: Code[] = [
    ...dotProducts,
    ...[r00.set(fold(r00, r10)), s00.set(fold(s00, s10)), r01.set(fold(r01, r11)), s01.set(fold(s01, s11))],
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
    ...[vector.store(at(rowRe0), zip(r00.get, r01.get, 0)), vector.store(at(rowRe1), zip(r00.get, r01.get, 1))],
    ...[vector.store(at(rowIm0), zip(s00.get, s01.get, 0)), vector.store(at(rowIm1), zip(s00.get, s01.get, 1))],
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

  const below = (line: Local): Code => int.add(line.get, stride.get);
  return f.finish(
    stride.set(int.shiftLeft(n.get, int.constant(3))),
    ...[i.set(int.constant(0)), rowRe0.set(re.get), rowIm0.set(im.get)],
    loop(
      int.less(i.get, n.get),
      isLast.set(int.equal(int.add(i.get, int.constant(1)), n.get)),
      ...[rowRe1.set(below(rowRe0)), rowIm1.set(below(rowIm0))],
      when(isLast.get, rowRe1.set(rowRe0.get), rowIm1.set(rowIm0.get)),
      ...[colRe0.set(re.get), colIm0.set(im.get)],
      end.set(int.constant(0)),
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
