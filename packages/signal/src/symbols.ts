import { type ComplexMatrix, type DrawKey, fillComplexNormal, fillUniform } from '@vedetta/numerics';

export type Modulation = 'gaussian' | 'qpsk';
/** Data for a UE, or the fake symbols of a sensing beam (10). */
export type StreamRole = 'communication' | 'sensing';

/**
 * Symbols x[t] of one stream in one block, drawn by name, so that whoever knows the name (a receive AP as much as the
 * transmit AP) has the same ones.
 *
 * | modulation | communication | sensing |
 * | --- | --- | --- |
 * | gaussian | CN(0, 1) | CN(0, 1) |
 * | qpsk | (±1 ± j)/√2 | unit modulus, uniform phase |
 *
 * @param key, a, b, c  the address of the draw
 * @param out  any shape, overwritten in its order
 * @returns `out`
 */
export function generateSymbols(
  modulation: Modulation,
  role: StreamRole,
  key: DrawKey,
  a: number,
  b: number,
  c: number,
  out: ComplexMatrix,
): ComplexMatrix {
  if (modulation === 'gaussian') {
    fillComplexNormal(key, a, b, c, out);
    return out;
  }
  fillUniform(key, a, b, c, out.re);
  return role === 'communication' ? qpskFromUniforms(out) : unitModulusFromUniforms(out);
}

/**
 * Uniforms → QPSK symbols, in place: ⌊4u⌋ chooses among (1+j, −1+j, −1−j, 1−j)/√2.
 *
 * @param symbols  real parts hold u in [0, 1); both parts are overwritten
 * @returns `symbols`
 */
export function qpskFromUniforms(symbols: ComplexMatrix): ComplexMatrix {
  for (let t = 0; t < symbols.re.length; t++) {
    const quadrant = Math.floor(4 * symbols.re[t]);
    symbols.re[t] = quadrant === 0 || quadrant === 3 ? Math.SQRT1_2 : -Math.SQRT1_2;
    symbols.im[t] = quadrant < 2 ? Math.SQRT1_2 : -Math.SQRT1_2;
  }
  return symbols;
}

/**
 * Uniforms → symbols of unit modulus, in place: exp(j 2π u).
 *
 * @param symbols  real parts hold u in [0, 1); both parts are overwritten
 * @returns `symbols`
 */
export function unitModulusFromUniforms(symbols: ComplexMatrix): ComplexMatrix {
  for (let t = 0; t < symbols.re.length; t++) {
    const phase = 2 * Math.PI * symbols.re[t];
    symbols.re[t] = Math.cos(phase);
    symbols.im[t] = Math.sin(phase);
  }
  return symbols;
}
