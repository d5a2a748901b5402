import { type BeamStatistics, beamStatistics, type ChannelStatistics, hermitianTrace } from '@vedetta/communication';
import type { ComplexMatrix } from '@vedetta/numerics';
import type { EchoGains, MaxMinProblem, MaxMinSensing, MaxMinUser } from '@vedetta/power';
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
  return { ...problem, sensing: sensingOf(downlink, beams, sensingSir.floor, sensingSir.targets) };
}

function userCoefficients({ correlation }: ChannelStatistics, beams: Beams, k: number) {
  const interference = beams.map((row) =>
    row.map((beam, m) => (beam ? Math.max(0, hermitianTrace(correlation[k][m], beam.covariance)) : 0)),
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
  sirFloor: number,
  targets: readonly SensedTarget[],
): MaxMinSensing {
  const order = beamOrder(targets);
  const echoes = targets.map(({ receive }): EchoGains => {
    const of = (m: number, covariance: ComplexMatrix) => echoPerWatt(receive, m, covariance);
    return {
      users: beams.map((row) => row.map((beam, m) => (beam ? of(m, beam.covariance) : 0))),
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
      others: sumOf(
        own,
        echoes.filter((_, other) => other !== l),
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

function sumOf(shape: EchoGains, parts: readonly EchoGains[]): EchoGains {
  return {
    users: shape.users.map((row, k) => row.map((_, m) => parts.reduce((sum, { users }) => sum + users[k][m], 0))),
    beams: shape.beams.map((_, b) => parts.reduce((sum, { beams }) => sum + beams[b], 0)),
  };
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
