import { type BeamStatistics, beamStatistics, type ChannelStatistics, hermitianTrace } from '@vedetta/communication';
import type { ComplexMatrix } from '@vedetta/numerics';
import { type EchoGains, type MaxMinProblem, type MaxMinSensing, type MaxMinUser, sumOfEchoes } from '@vedetta/power';
import { type AbstractMatrix, Matrix, wrap } from 'ml-matrix';
import type { MaxMinInput, SensedTarget, TargetReception } from './kinds/max-min-power-input.ts';

/** [k][m] the beam of AP m for UE k, null where m does not serve k or does not hear it. */
type Beams = readonly (readonly (BeamStatistics | null)[])[];

/** The max-min problem (49) of given channels: the coefficients of (23) per UE, and of (48) per target, from the statistics of every beam. */
export function maxMinProblem({
  downlink,
  servingAccessPoints,
  powerBudget,
  sensingSir,
}: Omit<MaxMinInput, 'rows'>): MaxMinProblem {
  const beams = servingAccessPoints.map((serving, k) =>
    powerBudget.map((_, m) => (serving.includes(m) ? beamStatistics(downlink, k, m) : null)),
  );
  const users = servingAccessPoints.map((serving, k): MaxMinUser => {
    let fixedInterference = 0;
    for (const { accessPoint, power, beamCovariance } of downlink.sensing)
      fixedInterference += Math.max(0, power * hermitianTrace(downlink.correlation[k][accessPoint], beamCovariance));
    return { servingAccessPoints: serving, ...userCoefficients(downlink, beams, k), fixedInterference };
  });
  const problem = { noiseVariance: downlink.noiseVariance, powerBudget, users };
  if (!sensingSir) return problem;
  return { ...problem, sensing: sensingOf(downlink, beams, powerBudget.length, sensingSir.floor, sensingSir.targets) };
}

/** A number for each beam into `out`, K × M. */
function overBeams<M extends AbstractMatrix>(out: M, beams: Beams, of: (beam: BeamStatistics, m: number) => number): M {
  for (const [k, row] of beams.entries()) for (const [m, beam] of row.entries()) if (beam) out.set(k, m, of(beam, m));
  return out;
}

function userCoefficients({ correlation }: ChannelStatistics, beams: Beams, k: number) {
  // One block of memory: a Matrix has an array a row, which K² rows of few APs pay for.
  const zeros = wrap(new Float64Array(beams.length * correlation[k].length), { rows: beams.length });
  const interference = overBeams(zeros, beams, ({ covariance }, m) =>
    Math.max(0, hermitianTrace(correlation[k][m], covariance)),
  );
  const contamination = beams.map((row) => {
    const means = row.map((beam) => beam?.contaminated.find(({ user }) => user === k));
    if (means.every((mean) => mean === undefined)) return null;
    return { re: means.map((mean) => mean?.re ?? 0), im: means.map((mean) => mean?.im ?? 0) };
  });
  return { signal: beams[k].map((beam) => beam?.meanGain ?? 0), interference, contamination };
}

/** The beams in the order of targets and then APs, as `beamOrder` lists them. */
function sensingOf(
  { correlation }: ChannelStatistics,
  beams: Beams,
  accessPoints: number,
  sirFloor: number,
  targets: readonly SensedTarget[],
): MaxMinSensing {
  const order = beamOrder(targets);
  const echoes = targets.map(({ receive }): EchoGains => {
    const of = (m: number, covariance: ComplexMatrix) => echoPerWatt(receive, m, covariance);
    return {
      users: overBeams(Matrix.zeros(beams.length, accessPoints), beams, (beam, m) => of(m, beam.covariance)),
      beams: order.map(({ accessPoint, covariance }) => of(accessPoint, covariance)),
    };
  });
  return {
    sirFloor,
    beams: order.map(({ accessPoint, covariance }) => ({
      accessPoint,
      interference: correlation.map((row) => Math.max(0, hermitianTrace(row[accessPoint], covariance))),
    })),
    targets: echoes.map((own, l) => ({
      own,
      others: sumOfEchoes(
        echoes.filter((_, other) => other !== l),
        own,
      ),
    })),
  };
}

/** The sensing beams that may be used: target by target, ascending AP. */
export function beamOrder(targets: readonly SensedTarget[]) {
  return targets.flatMap(({ beam }, target) =>
    beam.flatMap((w, accessPoint) => (w ? [{ target, accessPoint, covariance: outerProduct(w) }] : [])),
  );
}

/** F of (48) over N τ_s: Σ over receive APs of σ²_α β aᴴ E[w wᴴ] a. */
function echoPerWatt(receive: readonly TargetReception[], m: number, covariance: ComplexMatrix): number {
  let sum = 0;
  for (const { rcsVariance, gain, steering } of receive)
    sum += rcsVariance * gain[m] * hermitianTrace(outerProduct(steering[m]), covariance); // (48)
  return Math.max(0, sum);
}

/** x xᴴ. */
function outerProduct({ rows, re, im }: ComplexMatrix): ComplexMatrix {
  const out = { rows, columns: rows, re: new Float64Array(rows * rows), im: new Float64Array(rows * rows) };
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < rows; j++) {
      out.re[i * rows + j] = re[i] * re[j] + im[i] * im[j];
      out.im[i * rows + j] = im[i] * re[j] - re[i] * im[j];
    }
  return out;
}
