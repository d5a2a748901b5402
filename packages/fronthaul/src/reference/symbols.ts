import { type ComplexMatrix, createComplexMatrix } from '@vedetta/numerics';
import type { Network } from '@vedetta/scenario';
import { blockFloatingPointBytes, decodeBlockFloatingPoint, encodeBlockFloatingPoint } from '@vedetta/signal';

/** Bytes of one user's symbols in one block. */
export function symbolBytes({ block, fronthaul }: Network): number {
  return block.modulation === 'qpsk'
    ? Math.ceil((2 * block.sensingSamples) / 8)
    : blockFloatingPointBytes(block.sensingSamples, fronthaul.referenceBits);
}

/** Symbols as they travel: two bits each for QPSK, which is exact, else block floating point. */
export function encodeSymbols(symbols: ComplexMatrix, { block, fronthaul }: Network): Uint8Array {
  if (block.modulation !== 'qpsk') return encodeBlockFloatingPoint(symbols, fronthaul.referenceBits);
  const out = new Uint8Array(Math.ceil((2 * symbols.re.length) / 8));
  for (let t = 0; t < symbols.re.length; t++) {
    const bits = (symbols.re[t] < 0 ? 2 : 0) | (symbols.im[t] < 0 ? 1 : 0);
    out[t >> 2] |= bits << (6 - 2 * (t & 3));
  }
  return out;
}

/** @param bytes  exactly `symbolBytes`. */
export function decodeSymbols(bytes: Uint8Array, { block, fronthaul }: Network): ComplexMatrix {
  const out = createComplexMatrix(block.sensingSamples, 1);
  if (block.modulation !== 'qpsk') return decodeBlockFloatingPoint(bytes, fronthaul.referenceBits, out);
  for (let t = 0; t < out.re.length; t++) {
    const bits = bytes[t >> 2] >> (6 - 2 * (t & 3));
    out.re[t] = bits & 2 ? -Math.SQRT1_2 : Math.SQRT1_2;
    out.im[t] = bits & 1 ? -Math.SQRT1_2 : Math.SQRT1_2;
  }
  return out;
}
