import { type ChannelStatistics, hermitianTrace } from '@vedetta/communication';
import type { ComplexMatrix } from '@vedetta/numerics';
import { type EchoGains, type MaxMinProblem, type MaxMinSensing, sumOfEchoes } from '@vedetta/power';
import { downlinkProblem, overBeams, type UserBeams, userBeams } from '@vedetta/power-plan';
import { Matrix } from 'ml-matrix';
import type { MaxMinInput, SensedTarget, TargetReception } from './kinds/max-min-power-input.ts';

/** The max-min problem (49) of given channels: the coefficients of (23) per UE, and of (48) per target. */
export function maxMinProblem({
  downlink,
  servingAccessPoints,
  powerBudget,
  sensingSir,
}: Omit<MaxMinInput, 'rows'>): MaxMinProblem {
  const beams = userBeams(downlink, servingAccessPoints, powerBudget.length);
  const problem = downlinkProblem(downlink, servingAccessPoints, powerBudget, beams);
  if (!sensingSir) return problem;
  return { ...problem, sensing: sensingOf(downlink, beams, powerBudget.length, sensingSir.floor, sensingSir.targets) };
}

/** The beams in the order of targets and then APs, as `beamOrder` lists them. */
function sensingOf(
  { correlation }: ChannelStatistics,
  beams: UserBeams,
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
