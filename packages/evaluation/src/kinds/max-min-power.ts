import { closedFormSinr } from '@vedetta/communication';
import { NotPositiveDefiniteError } from '@vedetta/numerics';
import { type ConicSolver, loadConicSolver, maxMinPower, PowerError } from '@vedetta/power';
import type { CaseKind } from '../case-kind.ts';
import { beamOrder, maxMinProblem } from '../max-min-coefficients.ts';
import { type MaxMinInput, readMaxMin } from './max-min-power-input.ts';
import { downlinkKeys } from './spectral-efficiency-input.ts';

/** Iterations of the cone solver, and the same times rows of the program: minutes. */
const MOST_ITERATIONS = 2e6;
const MOST_WORK = 1e10;

/** Max-min power control (49) by Algorithm 1, with a floor on the SIR (48) of every target where `sensingSir` asks for one. */
export const maxMinPowerKind: CaseKind = {
  required: [...downlinkKeys, 'servingAccessPoints', 'powerBudget'],
  optional: ['sensing', 'sensingSir'],
  async evaluate(fields, problems) {
    const input = readMaxMin(fields, problems);
    if (!input || problems.any) return null;
    try {
      return computeMaxMin(input, await loadConicSolver());
    } catch (error) {
      if (error instanceof NotPositiveDefiniteError)
        problems.add(
          '$.noiseVariance',
          'is lost in the rounding of what is heard on a pilot: Γ of (7) has no inverse in double precision',
        );
      else if (error instanceof PowerError)
        problems.add(
          '$',
          `an intermediate result leaves the range of double precision: scale the case (${error.message})`,
        );
      else throw error;
      return null;
    }
  },
};

function computeMaxMin(input: MaxMinInput, solver: ConicSolver): Record<string, unknown> {
  const found = maxMinPower(maxMinProblem(input), solver, {
    totalIterations: Math.min(MOST_ITERATIONS, Math.ceil(MOST_WORK / Math.max(1, input.rows))),
  });
  if (found.outcome === 'infeasible') {
    const { attainableSir, report } = found;
    return { outcome: 'infeasible', sinr: null, power: null, sensingPower: null, attainableSir, report };
  }
  const { outcome, powers, sir, unserved, global, report } = found;
  const beams = beamOrder(input.sensingSir?.targets ?? []);
  const used = beams.map(({ accessPoint, covariance: beamCovariance }, b) => ({
    accessPoint,
    power: powers.beams[b],
    beamCovariance,
  }));
  const situation = { ...input.downlink, power: powers.users, sensing: [...input.downlink.sensing, ...used] };
  const userSinr = closedFormSinr(situation).map(({ sinr }) => sinr);
  const sinr = userSinr.length > 0 ? Math.min(...userSinr) : null;
  const result = { outcome, sinr, power: powers.users.to2DArray(), userSinr, unserved, global, report };
  if (!input.sensingSir) return result;
  const sensingPower = input.sensingSir.targets.map(({ beam }) => beam.map(() => 0));
  for (const [b, { target, accessPoint }] of beams.entries()) sensingPower[target][accessPoint] = powers.beams[b];
  return { ...result, sensingPower, sir: sir.map((value) => (value < Number.POSITIVE_INFINITY ? value : null)) };
}
