import type { ComplexMatrix } from './complex-matrix.ts';
import type { DrawKey } from './draw-key.ts';
import { philoxBlock } from './philox.ts';

/*
 * Draws addressed by name. A value depends on its key (seed, purpose), its address (a, b, c: three 32-bit words, such as slot,
 * target, link) and its place in the array, never on what was drawn before: the fourth counter word is the block index.
 * So a longer draw at one address begins with the shorter one.
 */

const TWO_PI = 2 * Math.PI;
const WORD = 2 ** -32;
const block = new Uint32Array(4);

/** Uniform 32-bit words; four per block. */
export function fillUint32(key: DrawKey, a: number, b: number, c: number, out: Uint32Array): void {
  for (let i = 0; i < out.length; i += 4) {
    philoxBlock(a | 0, b | 0, c | 0, i >>> 2, key.k0, key.k1, block);
    const end = Math.min(4, out.length - i);
    for (let j = 0; j < end; j++) out[i + j] = block[j];
  }
}

/** Uniform numbers in the open interval (0, 1), odd multiples of 2⁻⁵³; two per block. */
export function fillUniform(key: DrawKey, a: number, b: number, c: number, out: Float64Array): void {
  for (let i = 0; i < out.length; i += 2) {
    philoxBlock(a | 0, b | 0, c | 0, i >>> 1, key.k0, key.k1, block);
    out[i] = openUniform(block[0], block[1]);
    if (i + 1 < out.length) out[i + 1] = openUniform(block[2], block[3]);
  }
}

/** Real normal numbers of mean 0 and variance 1 by Box–Muller; four per block. */
export function fillNormal(key: DrawKey, a: number, b: number, c: number, out: Float64Array): void {
  const n = out.length;
  for (let i = 0; i < n; i += 4) {
    philoxBlock(a | 0, b | 0, c | 0, i >>> 2, key.k0, key.k1, block);
    for (let pair = 0; pair < 4 && i + pair < n; pair += 2) {
      const radius = Math.sqrt(-2 * Math.log((block[pair] + 0.5) * WORD));
      const angle = TWO_PI * WORD * (block[pair + 1] + 0.5);
      out[i + pair] = radius * Math.cos(angle);
      if (i + pair + 1 < n) out[i + pair + 1] = radius * Math.sin(angle);
    }
  }
}

/**
 * Circularly symmetric complex normal numbers, CN(0, 1): E|x|² = 1, real and imaginary parts of variance ½. Box–Muller, two per
 * block: |x|² = −ln u with u an odd multiple of 2⁻³³, so never infinite and at most 22.9.
 *
 * @param out  any shape, filled in row-major order.
 */
export function fillComplexNormal(key: DrawKey, a: number, b: number, c: number, out: ComplexMatrix): void {
  const n = out.rows * out.columns;
  const re = out.re;
  const im = out.im;
  for (let i = 0; i < n; i += 2) {
    philoxBlock(a | 0, b | 0, c | 0, i >>> 1, key.k0, key.k1, block);
    let radius = Math.sqrt(-Math.log((block[0] + 0.5) * WORD));
    let angle = TWO_PI * WORD * (block[1] + 0.5);
    re[i] = radius * Math.cos(angle);
    im[i] = radius * Math.sin(angle);
    if (i + 1 === n) break;
    radius = Math.sqrt(-Math.log((block[2] + 0.5) * WORD));
    angle = TWO_PI * WORD * (block[3] + 0.5);
    re[i + 1] = radius * Math.cos(angle);
    im[i + 1] = radius * Math.sin(angle);
  }
}

/** A uniformly drawn permutation of 0 … n−1 (Fisher–Yates; the bias of an index below n is under n · 2⁻⁵²). */
export function permutation(key: DrawKey, a: number, b: number, c: number, n: number): Uint32Array {
  const out = new Uint32Array(n);
  const uniforms = new Float64Array(n);
  fillUniform(key, a, b, c, uniforms);
  for (let i = 0; i < n; i++) out[i] = i;
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(uniforms[i] * (i + 1));
    const kept = out[i];
    out[i] = out[j];
    out[j] = kept;
  }
  return out;
}

/** (h + ½) 2⁻⁵² with h of 52 bits: exact, above 0 and below 1. */
function openUniform(high: number, low: number): number {
  return ((high >>> 6) * 2 ** 26 + (low >>> 6) + 0.5) * 2 ** -52;
}
