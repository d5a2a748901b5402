import type { Deployment } from '@vedetta/deployment';
import { type ComplexMatrix, createComplexMatrix } from '@vedetta/numerics';
import type { Point, SensingConfig } from '@vedetta/scenario';
import { type Direction, estimatedDirectionCosine, steeringVector, type TransmitBlock } from '@vedetta/signal';

/** An echo this much weaker than its AP's block could make at most is a null of the beams: rounding, not signal. */
export const NULLED = 1e-12;

/**
 * Which transmit APs get a column of D: all with power, or the n of them nearest to the inspected position (ties: lower id).
 * Chosen without looking at the observation.
 *
 * @param blocks  transmit APs on air with power, ascending.
 * @returns indexes into `blocks`, ascending.
 */
export function selectEchoSet(
  deployment: Deployment,
  echoSet: SensingConfig['echoSet'],
  position: Point,
  blocks: readonly TransmitBlock[],
): number[] {
  return nearestTransmitters(
    deployment,
    echoSet,
    position,
    blocks.map(({ accessPoint }) => accessPoint),
  );
}

/** As `selectEchoSet` of ids, ascending. @returns indexes into `ids`, ascending. */
export function nearestTransmitters(
  deployment: Deployment,
  echoSet: SensingConfig['echoSet'],
  position: Point,
  ids: readonly number[],
): number[] {
  const all = ids.map((_, i) => i);
  if (echoSet === 'all' || echoSet.nearest >= all.length) return all;
  const squared = ids.map((accessPoint) => {
    const from = deployment.accessPoints[accessPoint].position;
    return (from[0] - position[0]) ** 2 + (from[1] - position[1]) ** 2 + (from[2] - position[2]) ** 2;
  });
  return all
    .sort((a, b) => squared[a] - squared[b] || a - b)
    .slice(0, echoSet.nearest)
    .sort((a, b) => a - b);
}

/** a_m(p), N × 1, or a_m(p̂) of (12), written into `out`; as `deployment.steering` without a new vector. */
export function writeSteering(
  deployment: Deployment,
  accessPoint: number,
  position: Point,
  angleError: Direction | undefined,
  out: ComplexMatrix,
): void {
  const { antennaCount, spacingWavelengths } = deployment.network.accessPoints;
  const { axis, position: from } = deployment.accessPoints[accessPoint];
  const cosine = estimatedDirectionCosine(axis, from, position, angleError);
  steeringVector(antennaCount, spacingWavelengths, cosine, out);
}

/**
 * Time profile of one transmit AP's echo, Σ_n conj(a[n]) S[t, n], into column `column` of `out` (27).
 *
 * @param signal  S or its projection, rows of `signal.columns` of which N from `offset` are this AP's.
 * @returns ‖profile‖, exactly 0 for a null of the beams (then the column is set to zero).
 */
export function writeEchoProfile(
  signal: ComplexMatrix,
  offset: number,
  steering: ComplexMatrix,
  out: ComplexMatrix,
  column: number,
): number {
  let power = 0;
  let blockPower = 0;
  for (let t = 0; t < signal.rows; t++) {
    let sr = 0;
    let si = 0;
    for (let n = 0, at = t * signal.columns + offset; n < steering.rows; n++, at++) {
      const xr = signal.re[at];
      const xi = signal.im[at];
      sr += xr * steering.re[n] + xi * steering.im[n];
      si += xi * steering.re[n] - xr * steering.im[n];
      blockPower += xr * xr + xi * xi;
    }
    out.re[t * out.columns + column] = sr;
    out.im[t * out.columns + column] = si;
    power += sr * sr + si * si;
  }
  if (power > NULLED * NULLED * steering.rows * blockPower) return Math.sqrt(power);
  for (let t = 0, at = column; t < signal.rows; t++, at += out.columns) {
    out.re[at] = 0;
    out.im[at] = 0;
  }
  return 0;
}

/**
 * D = G ⊗ a_m(p), G[t, m'] = √β a_{m'}ᴴ(p) s_{m'}[t]: the echoes of a point scatterer at `position` (27).
 *
 * @param blocks  one column of D each, in their order.
 * @param angleError  ε of an estimate: then D̂, both steering vectors pointed by (12); β of `position`, a scale that no statistic feels.
 * @returns N τ × T, rows time-major; the column of a nulled AP is zero.
 */
export function echoMatrix(
  deployment: Deployment,
  receiver: number,
  position: Point,
  blocks: readonly TransmitBlock[],
  angleError?: Direction,
): ComplexMatrix {
  const antennas = deployment.network.accessPoints.antennaCount;
  const samples = blocks[0]?.samples.rows ?? deployment.network.block.sensingSamples;
  const profiles = createComplexMatrix(samples, blocks.length);
  const steering = createComplexMatrix(antennas, 1);
  const gains = blocks.map(({ accessPoint, samples: signal }, column) => {
    writeSteering(deployment, accessPoint, position, angleError, steering);
    writeEchoProfile(signal, 0, steering, profiles, column);
    return Math.sqrt(deployment.echoGain(position, accessPoint, receiver));
  });
  writeSteering(deployment, receiver, position, angleError, steering);
  const out = createComplexMatrix(antennas * samples, blocks.length);
  for (let t = 0; t < samples; t++)
    for (let n = 0; n < antennas; n++)
      for (let c = 0; c < blocks.length; c++) {
        const gr = gains[c] * profiles.re[t * blocks.length + c];
        const gi = gains[c] * profiles.im[t * blocks.length + c];
        const at = (t * antennas + n) * blocks.length + c;
        out.re[at] = gr * steering.re[n] - gi * steering.im[n];
        out.im[at] = gr * steering.im[n] + gi * steering.re[n];
      }
  return out;
}
