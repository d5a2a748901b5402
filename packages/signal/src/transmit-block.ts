import type { ComplexMatrix } from '@vedetta/numerics';
import { SignalError } from './errors.ts';
import { requireLength } from './steering.ts';
import type { TransmitBlock } from './types.ts';

/** One beam on air with what it carries: a UE's data (9) or a sensing beam (10). */
export interface Stream {
  /** η or μ, W. */
  readonly power: number;
  /** w, N × 1, unit (mean) power. */
  readonly beam: ComplexMatrix;
  /** x[t], τ × 1, unit energy. */
  readonly symbols: ComplexMatrix;
}

/**
 * What a transmit AP emits in one block (9), (10):
 *
 *   s[t] = Σ_k √η_k w_k x_k[t] + Σ_i √μ_i w₀(p_i) x_i[t]
 *
 * @param accessPoint  id of the AP
 * @param streams  its UEs in ascending id, then its sensing beams in ascending inspection; the sum runs in this order.
 *                 A stream without power is passed over
 * @param samples  S, τ × N, row t = s[t]ᵀ, √W: the memory to use, overwritten
 * @returns the block that holds `samples`
 * @throws {SignalError} if a beam is not N × 1, symbols are not τ × 1 or a power is negative; checked before any loop
 * @remarks no allocation but the returned pair
 */
export function assembleTransmitBlock(
  accessPoint: number,
  streams: readonly Stream[],
  samples: ComplexMatrix,
): TransmitBlock {
  const tau = samples.rows;
  const n = samples.columns;
  for (let b = 0; b < streams.length; b++) {
    const { power, beam, symbols } = streams[b];
    if (!(power >= 0)) throw new SignalError('power', `must not be negative, got ${power}`);
    requireLength('beam', beam, n);
    requireLength('symbols', symbols, tau);
  }
  const { re, im } = samples;
  re.fill(0);
  im.fill(0);
  for (let b = 0; b < streams.length; b++) {
    if (streams[b].power === 0) continue;
    const amplitude = Math.sqrt(streams[b].power);
    const symbols = streams[b].symbols;
    const beamRe = streams[b].beam.re;
    const beamIm = streams[b].beam.im;
    for (let t = 0; t < tau; t++) {
      const xRe = amplitude * symbols.re[t];
      const xIm = amplitude * symbols.im[t];
      const row = t * n;
      for (let i = 0; i < n; i++) {
        re[row + i] += beamRe[i] * xRe - beamIm[i] * xIm; // (9), (10)
        im[row + i] += beamRe[i] * xIm + beamIm[i] * xRe;
      }
    }
  }
  return { accessPoint, samples };
}
