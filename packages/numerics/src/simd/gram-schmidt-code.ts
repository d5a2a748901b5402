import type { AssembledFunction, Code, Local } from './assembler.ts';
import { FunctionAssembler, int, loop, real, vector } from './assembler.ts';
import { advance, declareCursor, place } from './column-tile.ts';

const { add, sub, mul } = vector;

/**
 * `gramSchmidt(hRe, hIm, row, count, xRe, xIm, cRe, cIm, power)`: one pass of classical Gram–Schmidt,
 * c ← H x, x ← x − Hᴴ c, power ← ‖x‖².
 *
 * H: `count` rows, an even number (a zero row makes it so), each of `row` bytes, a multiple of 32; x one such row. Returns 0.
 */
export function gramSchmidtCode(): AssembledFunction {
  const f = new FunctionAssembler('gramSchmidt', 9);
  const [hRe, hIm, row, count, xRe, xIm, cRe, cIm, power] = f.parameters;
  const rows = [declareCursor(f), declareCursor(f)] as const;
  const [j, p, bytes] = f.declare('int', 3);
  const sums = f.declare('vector', 5);
  const [r0, s0, r1, s1, total] = sums;
  const [xr, xi, ur, ui] = f.declare('vector', 4);
  const none = int.constant(0);
  const at = (base: Local, offset: Local): Code => int.add(base.get, offset.get);
  const grow = (value: Local, by: number): Code => value.set(int.add(value.get, int.constant(by)));
  const whole = (value: Local): Code => real.add(vector.lane(value.get, 0), vector.lane(value.get, 1));

  const product = (line: (typeof rows)[number], r: Local, s: Local): Code[] => [
    ...[ur.set(vector.load(at(line.re, p))), ui.set(vector.load(at(line.im, p)))],
    r.set(add(r.get, sub(mul(ur.get, xr.get), mul(ui.get, xi.get)))),
    s.set(add(s.get, add(mul(ur.get, xi.get), mul(ui.get, xr.get)))),
  ];
  const coefficients: Code[] = [
    ...place(rows[0], { re: hRe, im: hIm }, none),
    j.set(none),
    loop(
      int.less(j.get, bytes.get),
      ...place(rows[1], rows[0], row.get),
      ...[r0, s0, r1, s1].map((sum) => sum.set(vector.zero)),
      p.set(none),
      loop(
        int.less(p.get, row.get),
        ...[xr.set(vector.load(at(xRe, p))), xi.set(vector.load(at(xIm, p)))],
        ...[...product(rows[0], r0, s0), ...product(rows[1], r1, s1)],
        grow(p, 16),
      ),
      ...[real.store(at(cRe, j), whole(r0)), real.store(at(cIm, j), whole(s0))],
      ...[real.store(at(cRe, j), whole(r1), 8), real.store(at(cIm, j), whole(s1), 8)],
      ...[...place(rows[0], rows[1], row.get), grow(j, 16)],
    ),
  ];

  // Four elements of x at a time: (r0, s0) and (r1, s1).
  const subtract = (r: Local, s: Local, offset: number): Code[] => [
    ...[ur.set(vector.load(rows[0].re.get, offset)), ui.set(vector.load(rows[0].im.get, offset))],
    r.set(sub(r.get, add(mul(ur.get, xr.get), mul(ui.get, xi.get)))),
    s.set(sub(s.get, sub(mul(ur.get, xi.get), mul(ui.get, xr.get)))),
  ];
  const keep = (r: Local, s: Local, offset: number): Code[] => [
    ...[vector.store(at(xRe, p), r.get, offset), vector.store(at(xIm, p), s.get, offset)],
    total.set(add(total.get, add(mul(r.get, r.get), mul(s.get, s.get)))),
  ];
  const rest: Code[] = [
    ...[total.set(vector.zero), p.set(none)],
    loop(
      int.less(p.get, row.get),
      ...[r0.set(vector.load(at(xRe, p))), s0.set(vector.load(at(xIm, p)))],
      ...[r1.set(vector.load(at(xRe, p), 16)), s1.set(vector.load(at(xIm, p), 16))],
      ...[...place(rows[0], { re: hRe, im: hIm }, p.get), j.set(none)],
      loop(
        int.less(j.get, bytes.get),
        ...[xr.set(vector.splat(at(cRe, j))), xi.set(vector.splat(at(cIm, j)))],
        ...[...subtract(r0, s0, 0), ...subtract(r1, s1, 16)],
        ...[...advance(rows[0], row.get), grow(j, 8)],
      ),
      ...[...keep(r0, s0, 0), ...keep(r1, s1, 16), grow(p, 32)],
    ),
    real.store(power.get, whole(total)),
  ];
  return f.finish(bytes.set(int.shiftLeft(count.get, int.constant(3))), ...coefficients, ...rest, none);
}
