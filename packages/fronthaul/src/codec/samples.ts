import { type ComplexMatrix, createComplexMatrix } from '@vedetta/numerics';
import type { FronthaulConfig, Network } from '@vedetta/scenario';
import {
  blockFloatingPointBytes,
  blockFloatingPointRounding,
  decodeBlockFloatingPoint,
  encodeBlockFloatingPoint,
} from '@vedetta/signal';
import type { RawReport } from '../messages.ts';
import { symbolBytes } from '../reference/symbols.ts';
import { sufficientBytes } from './report.ts';

export type SampleFormat = FronthaulConfig['sampleFormat'];
type RawBody = RawReport['raw'];

/** Samples as they came, with what is known of their rounding. */
export interface ForwardedSamples {
  readonly observation: ComplexMatrix;
  /** Variance that rounding added to each sample, W, as the exponents of their blocks tell it; null: they were not rounded. */
  readonly rounding: Float64Array | null;
}

/** Bytes of a report besides z and gram, or samples: tags, lengths, slot, inspection. */
const reportOverhead = 64;

/** Samples as they travel, in the order they lie in. @throws {SignalError} for samples that the format cannot carry. */
export function encodeSamples(samples: ComplexMatrix, format: SampleFormat): RawBody {
  if (format !== 'float64')
    return { mantissaBits: format.mantissaBits, samples: encodeBlockFloatingPoint(samples, format.mantissaBits) };
  const { re, im } = samples;
  const values = new Float64Array(2 * re.length);
  for (let e = 0; e < re.length; e++) {
    values[2 * e] = re[e];
    values[2 * e + 1] = im[e];
  }
  return { mantissaBits: 0, samples: new Uint8Array(values.buffer) };
}

/**
 * Received samples, in a format that the bytes themselves name.
 *
 * @param out  of as many samples as are expected, overwritten.
 * @returns `out` with its rounding, or null when it is another number of samples, another format, or not finite.
 */
export function decodeSamples(
  { mantissaBits, samples }: RawBody,
  format: SampleFormat,
  out: ComplexMatrix,
): ForwardedSamples | null {
  if (mantissaBits !== (format === 'float64' ? 0 : format.mantissaBits)) return null;
  const count = out.re.length;
  if (samples.length !== sampleBytes(count, format)) return null;
  if (format !== 'float64') return decodeRounded(samples, mantissaBits, out);
  const values = new Float64Array(new Uint8Array(samples).buffer);
  for (let e = 0; e < count; e++) {
    out.re[e] = values[2 * e];
    out.im[e] = values[2 * e + 1];
    if (!Number.isFinite(out.re[e]) || !Number.isFinite(out.im[e])) return null;
  }
  return { observation: out, rounding: null };
}

function decodeRounded(bytes: Uint8Array, mantissaBits: number, out: ComplexMatrix): ForwardedSamples {
  const observation = decodeBlockFloatingPoint(bytes, mantissaBits, out);
  return { observation, rounding: blockFloatingPointRounding(bytes, mantissaBits, out.re.length) };
}

/**
 * A received block as the receiver gets it, wherever that is: in the split `raw`, with what its way over the link does to it.
 *
 * @param observation  y, not modified.
 */
export function asForwarded(observation: ComplexMatrix, { split, sampleFormat }: FronthaulConfig): ForwardedSamples {
  if (split !== 'raw' || sampleFormat === 'float64') return { observation, rounding: null };
  const { mantissaBits } = sampleFormat;
  const out = createComplexMatrix(observation.rows, observation.columns);
  return decodeRounded(encodeBlockFloatingPoint(observation, mantissaBits), mantissaBits, out);
}

/** Bytes that so many complex samples take. */
export function sampleBytes(count: number, format: SampleFormat): number {
  return format === 'float64' ? 16 * count : blockFloatingPointBytes(count, format.mantissaBits);
}

/** Bytes that no message up of this network can exceed: a report, or where references travel that of an AP that serves every user. */
export function longestUpBytes(network: Network): number {
  const { accessPoints, users, fronthaul } = network;
  const perUser = symbolBytes(network) + blockFloatingPointBytes(accessPoints.antennaCount, fronthaul.referenceBits);
  const reference = fronthaul.references === 'explicit' ? reportOverhead + users.count * perUser : 0;
  return Math.max(reference, longestReportBytes(network));
}

/** Bytes that no report of this network can exceed. */
export function longestReportBytes({ accessPoints, block, fronthaul }: Network): number {
  const { split, sampleFormat } = fronthaul;
  if (split === 'raw')
    return reportOverhead + sampleBytes(accessPoints.antennaCount * block.sensingSamples, sampleFormat);
  if (split === 'sufficient')
    return reportOverhead + sufficientBytes(Math.min(block.sensingSamples, accessPoints.count));
  return reportOverhead;
}
