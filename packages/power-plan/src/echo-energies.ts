import type { Deployment, Inspection } from '@vedetta/deployment';
import type { ComplexMatrix } from '@vedetta/numerics';
import type { Point } from '@vedetta/scenario';
import { Matrix } from 'ml-matrix';

/** Something that an AP sends along beams of a known covariance. */
export interface SentStream {
  /** Id. */
  readonly accessPoint: number;
  /** E[w wᴴ], N × N, trace 1. */
  readonly covariance: ComplexMatrix;
}

/**
 * Echo energy that a target returns of every stream, per watt, over N τ_s σ_α²: the F of (48), in expectation over symbols, channel estimates and,
 * while regions are scanned, over where in its region the target is.
 *
 * @param target  the inspection of the target: its estimate, or its region, whose cells are equally likely
 * @param receiveSets  sets of receive APs, ids
 * @returns one row for each set, one column for each stream; ≥ 0
 */
export function echoEnergies(
  deployment: Deployment,
  target: Inspection,
  streams: readonly SentStream[],
  receiveSets: readonly (readonly number[])[],
): Matrix {
  const places = placesOf(deployment, target);
  const sentBy = new Map<number, number[]>();
  for (const [s, { accessPoint }] of streams.entries())
    sentBy.set(accessPoint, [...(sentBy.get(accessPoint) ?? []), s]);
  const energies = Matrix.zeros(receiveSets.length, streams.length);
  for (const place of places) {
    for (const [sender, own] of sentBy) {
      const a = deployment.steering(sender, place);
      const gains = receiveSets.map((set) => set.reduce((sum, rx) => sum + deployment.echoGain(place, sender, rx), 0)); // Σ β
      for (const s of own) {
        const energy = quadraticForm(a, streams[s].covariance);
        for (const [set, gain] of gains.entries()) energies.set(set, s, energies.get(set, s) + gain * energy); // (48)
      }
    }
  }
  return energies.div(places.length);
}

function placesOf({ regions }: Deployment, { phase, region, position }: Inspection): readonly Point[] {
  if (phase === 'tracking') return [position];
  const { cellCount, cellPosition } = regions[region];
  return Array.from({ length: cellCount }, (_, cell) => cellPosition(cell));
}

/** aᴴ C a of a Hermitian C, never below 0. */
function quadraticForm(a: ComplexMatrix, { rows, re, im }: ComplexMatrix): number {
  let sum = 0;
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < rows; j++) {
      const cross = a.re[i] * a.re[j] + a.im[i] * a.im[j];
      const turn = a.im[i] * a.re[j] - a.re[i] * a.im[j];
      sum += cross * re[i * rows + j] + turn * im[i * rows + j];
    }
  return Math.max(0, sum);
}
