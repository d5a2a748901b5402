import type { ComplexMatrix } from '@vedetta/numerics';
import { SignalError } from './errors.ts';

/** Complex samples that share an exponent, as a resource block of fronthaul compression has; the last block may be shorter. */
export const samplesPerBlock = 12;
/** Bits of a mantissa. */
export const leastMantissaBits = 6;
export const mostMantissaBits = 16;

const lowestExponent = -128;
const highestExponent = 127;

/**
 * Bytes that samples take in block floating point: per block an exponent of one byte and two mantissas of `bits` bits a sample, so
 * 3 · bits + 1 for a full block. Only the last block may end within a byte.
 */
export function blockFloatingPointBytes(sampleCount: number, bits: number): number {
  const full = Math.floor(sampleCount / samplesPerBlock);
  const rest = sampleCount % samplesPerBlock;
  return full * (3 * bits + 1) + (rest === 0 ? 0 : 1 + Math.ceil((2 * bits * rest) / 8));
}

/**
 * Complex samples in block floating point: each block's mantissas are whole numbers in two's complement, value = mantissa · 2^exponent,
 * the exponent the least one with which all fit. Rounding is to the nearest (ties to the even), so an error is at most half
 * a unit 2^exponent in each component and, for mantissas of many units, uniform: variance 4^exponent / 6 a complex sample.
 *
 * @param samples  any shape, taken in its order; not modified.
 * @param bits  of a mantissa, 6 to 16.
 * @throws {SignalError} for another number of bits, or a sample that is not finite or above 2¹²⁷.
 */
export function encodeBlockFloatingPoint(samples: ComplexMatrix, bits: number): Uint8Array {
  requireBits(bits);
  const { re, im } = samples;
  const count = re.length;
  const out = new Uint8Array(blockFloatingPointBytes(count, bits));
  const writer = { out, at: 0, hold: 0, held: 0 };
  for (let from = 0; from < count; from += samplesPerBlock) {
    const end = Math.min(count, from + samplesPerBlock);
    let largest = 0;
    for (let e = from; e < end; e++) largest = Math.max(largest, Math.abs(re[e]), Math.abs(im[e]));
    if (!(largest < 2 ** highestExponent))
      throw new SignalError('samples', `hold ${largest}, which no block can carry`);
    const exponent = exponentOf(largest, bits);
    const unit = 2 ** exponent;
    out[writer.at++] = exponent & 0xff;
    for (let e = from; e < end; e++) {
      put(writer, roundHalfToEven(re[e] / unit), bits);
      put(writer, roundHalfToEven(im[e] / unit), bits);
    }
    flush(writer);
  }
  return out;
}

/**
 * Back to samples.
 *
 * @param out  of as many samples as were encoded, overwritten in its order.
 * @returns `out`
 * @throws {SignalError} if the bytes are not exactly those of so many samples.
 */
export function decodeBlockFloatingPoint(bytes: Uint8Array, bits: number, out: ComplexMatrix): ComplexMatrix {
  requireBits(bits);
  const count = out.re.length;
  requireBytes(bytes, bits, count);
  const reader = { bytes, at: 0, hold: 0, held: 0 };
  for (let from = 0; from < count; from += samplesPerBlock) {
    const end = Math.min(count, from + samplesPerBlock);
    const unit = 2 ** exponentAt(bytes, reader.at++);
    for (let e = from; e < end; e++) {
      out.re[e] = unit * take(reader, bits);
      out.im[e] = unit * take(reader, bits);
    }
    reader.hold = 0;
    reader.held = 0;
  }
  return out;
}

/**
 * What the rounding of these bytes added to each complex sample: 4^exponent / 6 of its block, a variance. A function of the bytes alone, so
 * whoever reads them knows it.
 *
 * @param sampleCount  samples that were encoded.
 * @throws {SignalError} if the bytes are not exactly those of so many samples.
 */
export function blockFloatingPointRounding(bytes: Uint8Array, bits: number, sampleCount: number): Float64Array {
  requireBits(bits);
  requireBytes(bytes, bits, sampleCount);
  const out = new Float64Array(sampleCount);
  for (let from = 0, at = 0; from < sampleCount; from += samplesPerBlock, at += 3 * bits + 1)
    out.fill(4 ** exponentAt(bytes, at) / 6, from, from + samplesPerBlock);
  return out;
}

/** Two's complement of one byte. */
function exponentAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] << 24) >> 24;
}

function requireBytes(bytes: Uint8Array, bits: number, sampleCount: number): void {
  const wanted = blockFloatingPointBytes(sampleCount, bits);
  if (bytes.length !== wanted)
    throw new SignalError('bytes', `must be ${wanted} for ${sampleCount} samples, are ${bytes.length}`);
}

/** The least exponent with which the largest magnitude rounds to a mantissa of `bits` bits. */
function exponentOf(largest: number, bits: number): number {
  if (largest === 0) return lowestExponent;
  const most = 2 ** (bits - 1) - 1;
  let exponent = Math.max(lowestExponent, Math.floor(Math.log2(largest)) - bits + 1);
  while (roundHalfToEven(largest / 2 ** exponent) > most) exponent++;
  return exponent;
}

function roundHalfToEven(x: number): number {
  const down = Math.floor(x);
  const rest = x - down;
  if (rest !== 0.5) return rest < 0.5 ? down : down + 1;
  return down % 2 === 0 ? down : down + 1;
}

interface BitWriter {
  readonly out: Uint8Array;
  at: number;
  hold: number;
  held: number;
}

/** Most significant bit first. */
function put(writer: BitWriter, mantissa: number, bits: number): void {
  writer.hold = (writer.hold << bits) | (mantissa & (2 ** bits - 1));
  writer.held += bits;
  while (writer.held >= 8) {
    writer.held -= 8;
    writer.out[writer.at++] = (writer.hold >> writer.held) & 0xff;
  }
}

function flush(writer: BitWriter): void {
  if (writer.held > 0) writer.out[writer.at++] = (writer.hold << (8 - writer.held)) & 0xff;
  writer.hold = 0;
  writer.held = 0;
}

interface BitReader {
  readonly bytes: Uint8Array;
  at: number;
  hold: number;
  held: number;
}

function take(reader: BitReader, bits: number): number {
  while (reader.held < bits) {
    reader.hold = ((reader.hold & 0xffff) << 8) | reader.bytes[reader.at++];
    reader.held += 8;
  }
  reader.held -= bits;
  return ((reader.hold >> reader.held) << (32 - bits)) >> (32 - bits);
}

function requireBits(bits: number): void {
  if (!(Number.isInteger(bits) && bits >= leastMantissaBits && bits <= mostMantissaBits))
    throw new SignalError(
      'bits',
      `must be a whole number from ${leastMantissaBits} to ${mostMantissaBits}, is ${bits}`,
    );
}
