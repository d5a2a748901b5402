import type { AssembledFunction, Code, Local } from './assembler.ts';
import { FunctionAssembler, int, loop, real, vector } from './assembler.ts';
import { advance, declareCursor, place } from './column-tile.ts';

const { add, sub, mul } = vector;

/** Reals that one strip of the second stage sums at once. */
export const STRIP = 8;

/**
 * `kroneckerRow(…)`: one block row of Σ_m (B_m C_mᴴ) ⊗ R_m, blocks j = 0 … blocks − 1 of n × n, R_m Hermitian.
 *
 * Three stages a block, each with the terms' sum in ascending order:
 * 1. time ← row i of B_m times row j of C_m, conjugated; a lane is a term.
 * 2. sums ← Σ_m time[m] · (the n² reals that make R_m); a lane is one of these reals. They lie at [a][b]: Re R[a][b] on and below the
 *    diagonal, Im R[b][a] above it, filled up to strips of eight.
 * 3. block(a, b) ← sums[a][b] + j sums[b][a] below the diagonal, conjugating R above it.
 *
 * left: row i of B, right: row 0 of C, [row][column of a term][term], `step` from one column to the next, `width` columns a term. terms, an
 * even number, and coefficients, the reals that make one R_m, are given as the bytes they take; all distances in bytes. Returns 0.
 */
export function kroneckerCode(): AssembledFunction {
  const f = new FunctionAssembler('kroneckerRow', 18);
  const [leftRe, leftIm, rightRe, rightIm, step, width, terms] = f.parameters;
  const [reals, coefficients, timeRe, timeIm, sumRe, sumIm] = f.parameters.slice(7);
  const [outRe, outIm, outRow, size, blocks] = f.parameters.slice(13);
  const [j, p, k, b, low, high] = f.declare('int', 6);
  const [x, y, line, column] = Array.from({ length: 4 }, () => declareCursor(f));
  const [xr, xi, ur, ui, r, s] = f.declare('vector', 6);
  const strip = { re: f.declare('vector', STRIP / 2), im: f.declare('vector', STRIP / 2) };
  const none = int.constant(0);
  const sum = (base: Local, offset: Local): Code => int.add(base.get, offset.get);
  const grow = (value: Local, by: Code): Code => value.set(int.add(value.get, by));

  const times: Code[] = [
    p.set(none),
    loop(
      int.less(p.get, terms.get),
      ...[r.set(vector.zero), s.set(vector.zero), k.set(none)],
      ...place(x, { re: leftRe, im: leftIm }, p.get),
      ...place(y, { re: rightRe, im: rightIm }, p.get),
      loop(
        int.less(k.get, width.get),
        ...[xr.set(vector.load(x.re.get)), xi.set(vector.load(x.im.get))],
        ...[ur.set(vector.load(y.re.get)), ui.set(vector.load(y.im.get))],
        r.set(add(r.get, add(mul(xr.get, ur.get), mul(xi.get, ui.get)))),
        s.set(add(s.get, sub(mul(xi.get, ur.get), mul(xr.get, ui.get)))),
        ...[...advance(x, step.get), ...advance(y, step.get)],
        grow(k, int.constant(1)),
      ),
      ...[vector.store(sum(timeRe, p), r.get), vector.store(sum(timeIm, p), s.get)],
      grow(p, int.constant(16)),
    ),
  ];
  const sums: Code[] = [
    p.set(none),
    loop(
      int.less(p.get, coefficients.get),
      ...[...strip.re, ...strip.im].map((value) => value.set(vector.zero)),
      ...[k.set(none), b.set(sum(reals, p))],
      loop(
        int.less(k.get, terms.get),
        ...[xr.set(vector.splat(sum(timeRe, k))), xi.set(vector.splat(sum(timeIm, k)))],
        ...strip.re.flatMap((re, i) => [
          ur.set(vector.load(b.get, 16 * i)),
          re.set(add(re.get, mul(xr.get, ur.get))),
          strip.im[i].set(add(strip.im[i].get, mul(xi.get, ur.get))),
        ]),
        ...[grow(b, coefficients.get), grow(k, int.constant(8))],
      ),
      ...strip.re.map((re, i) => vector.store(sum(sumRe, p), re.get, 16 * i)),
      ...strip.im.map((im, i) => vector.store(sum(sumIm, p), im.get, 16 * i)),
      grow(p, int.constant(8 * STRIP)),
    ),
  ];
  const at = (base: Local, offset: Local): Code => real.load(sum(base, offset));
  const copy = (base: Local, target: Local): Code => real.store(sum(target, k), at(base, low));
  // p: bytes of a row of sums; k: a's column, in bytes; `line` row a of the block, `column` the element (b, a).
  const scatter: Code[] = [
    ...[p.set(int.shiftLeft(size.get, int.constant(3))), k.set(none)],
    ...place(line, { re: outRe, im: outIm }, none),
    loop(
      int.less(k.get, p.get),
      ...[low.set(int.mul(k.get, size.get)), high.set(k.get), b.set(none)],
      ...place(column, { re: outRe, im: outIm }, k.get),
      loop(
        int.less(b.get, k.get),
        real.store(sum(line.re, b), real.sub(at(sumRe, low), at(sumIm, high))),
        real.store(sum(line.im, b), real.add(at(sumIm, low), at(sumRe, high))),
        real.store(column.re.get, real.add(at(sumRe, low), at(sumIm, high))),
        real.store(column.im.get, real.sub(at(sumIm, low), at(sumRe, high))),
        ...[...advance(column, outRow.get), grow(low, int.constant(8)), grow(high, p.get), grow(b, int.constant(8))],
      ),
      ...[copy(sumRe, line.re), copy(sumIm, line.im)],
      ...[...advance(line, outRow.get), grow(k, int.constant(8))],
    ),
  ];
  return f.finish(
    j.set(none),
    loop(
      int.less(j.get, blocks.get),
      ...[...times, ...sums, ...scatter],
      ...advance({ re: rightRe, im: rightIm }, int.mul(step.get, width.get)),
      ...advance({ re: outRe, im: outIm }, int.shiftLeft(size.get, int.constant(3))),
      grow(j, int.constant(1)),
    ),
    none,
  );
}
