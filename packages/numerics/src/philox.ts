/**
 * Philox4x32-10 (J. K. Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011): ten rounds on a counter of four
 * 32-bit words under a key of two. The same block as Random123's, word for word.
 *
 * @param counter  4 words. Not modified.
 * @param key      2 words. Not modified.
 * @param out      4 words, overwritten; may be `counter`.
 */
export function philox4x32(counter: Uint32Array, key: Uint32Array, out: Uint32Array): void {
  philoxBlock(counter[0] | 0, counter[1] | 0, counter[2] | 0, counter[3] | 0, key[0] | 0, key[1] | 0, out);
}

/** `philox4x32` with the words as signed 32-bit integers, so that none of them is ever boxed. */
export function philoxBlock(
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
  out: Uint32Array,
): void {
  for (let round = 0; round < 10; round++) {
    const high0 = multiplyHigh(c0, 0xd251, 0x1f53);
    const low0 = Math.imul(c0, 0xd2511f53);
    const high1 = multiplyHigh(c2, 0xcd9e, 0x8d57);
    const low1 = Math.imul(c2, 0xcd9e8d57);
    c0 = high1 ^ c1 ^ k0;
    c1 = low1;
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + 0x9e3779b9) | 0;
    k1 = (k1 + 0xbb67ae85) | 0;
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
}

/** Upper 32 bits of x · (high · 2¹⁶ + low), unsigned, from four 16-bit products. */
function multiplyHigh(x: number, high: number, low: number): number {
  const xh = x >>> 16;
  const xl = x & 0xffff;
  const carry = Math.imul(xh, low) + (Math.imul(xl, low) >>> 16);
  const middle = Math.imul(xl, high) + (carry & 0xffff);
  return (Math.imul(xh, high) + (carry >>> 16) + (middle >>> 16)) | 0;
}
