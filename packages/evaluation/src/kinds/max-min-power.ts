import { closedFormSinr } from '@vedetta/communication';
import { NotPositiveDefiniteError } from '@vedetta/numerics';
import { loadConicSolver, maxMinPower, PowerError } from '@vedetta/power';
import type { CaseKind } from '../case-kind.ts';
import { beamOrder, maxMinProblem } from '../max-min-coefficients.ts';
import { type MaxMinInput, readMaxMin } from './max-min-power-input.ts';
import { downlinkKeys } from './spectral-efficiency-input.ts';

const solver = await loadConicSolver();

/** Max-min power control (49) by Algorithm 1, with a floor on the SIR (48) of every target where `sensingSir` asks for one. */
export const maxMinPowerKind: CaseKind = {
  required: [...downlinkKeys, 'servingAccessPoints', 'powerBudget'],
  optional: ['sensing', 'sensingSir'],
  evaluate(fields, problems) {
    const input = readMaxMin(fields, problems);
    if (!input || problems.any) return null;
    try {
      return computeMaxMin(input);
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

function computeMaxMin(input: MaxMinInput): Record<string, unknown> {
  const found = maxMinPower(maxMinProblem(input), solver);
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
  const result = { outcome, sinr: Math.min(...userSinr), power: powers.users, userSinr, unserved, global, report };
  if (!input.sensingSir) return result;
  const sensingPower = input.sensingSir.targets.map(({ beam }) => beam.map(() => 0));
  for (const [b, { target, accessPoint }] of beams.entries()) sensingPower[target][accessPoint] = powers.beams[b];
  return { ...result, sensingPower, sir: sir.map((value) => (value < Number.POSITIVE_INFINITY ? value : null)) };
}
