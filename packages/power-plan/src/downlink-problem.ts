import {
  type BeamStatistics,
  beamStatistics,
  type ChannelStatistics,
  hermitianTrace,
  type SensingInterference,
} from '@vedetta/communication';
import type { MaxMinProblem, MaxMinUser } from '@vedetta/power';
import { type AbstractMatrix, wrap } from 'ml-matrix';

/** [k][m] the beam of AP m for UE k, null where m does not serve k or does not hear it. */
export type UserBeams = readonly (readonly (BeamStatistics | null)[])[];

/** Channels, and sensing beams whose power is fixed. */
export interface FixedDownlink extends ChannelStatistics {
  readonly sensing: readonly SensingInterference[];
}

/** @param servingAccessPoints  [k] M_k */
export function userBeams(
  downlink: ChannelStatistics,
  servingAccessPoints: readonly (readonly number[])[],
  accessPointCount: number,
): UserBeams {
  return servingAccessPoints.map((serving, k) =>
    Array.from({ length: accessPointCount }, (_, m) => (serving.includes(m) ? beamStatistics(downlink, k, m) : null)),
  );
}

/**
 * The max-min problem (49) without targets: the coefficients of (23) for every UE, from the statistics of every beam.
 *
 * @param powerBudget  [m] P_m, W
 * @param beams  of `userBeams`
 */
export function downlinkProblem(
  downlink: FixedDownlink,
  servingAccessPoints: readonly (readonly number[])[],
  powerBudget: readonly number[],
  beams: UserBeams,
): MaxMinProblem {
  const users = servingAccessPoints.map((serving, k): MaxMinUser => {
    let fixedInterference = 0;
    for (const { accessPoint, power, beamCovariance } of downlink.sensing)
      fixedInterference += Math.max(0, power * hermitianTrace(downlink.correlation[k][accessPoint], beamCovariance));
    return { servingAccessPoints: serving, ...userCoefficients(downlink, beams, k), fixedInterference };
  });
  return { noiseVariance: downlink.noiseVariance, powerBudget, users };
}

/** A number for each beam into `out`, K × M. */
export function overBeams<M extends AbstractMatrix>(
  out: M,
  beams: UserBeams,
  of: (beam: BeamStatistics, m: number) => number,
): M {
  for (const [k, row] of beams.entries()) for (const [m, beam] of row.entries()) if (beam) out.set(k, m, of(beam, m));
  return out;
}

function userCoefficients({ correlation }: ChannelStatistics, beams: UserBeams, k: number) {
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
