import { closedFormSinr, type SinrTerms } from '@vedetta/communication';
import { NotPositiveDefiniteError } from '@vedetta/numerics';
import { Matrix } from 'ml-matrix';
import type { CaseKind } from '../case-kind.ts';
import { downlinkKeys, readDownlink, readUserPower } from './spectral-efficiency-input.ts';

/** SINR of every UE in closed form, and the four terms of (23). */
export const spectralEfficiencyKind: CaseKind = {
  required: [...downlinkKeys, 'power'],
  optional: ['sensing'],
  evaluate(fields, problems) {
    const { sizes, downlink } = readDownlink(fields, problems);
    const power = readUserPower(fields, 'power', sizes, problems);
    if (problems.any || !downlink || !power) return null;
    try {
      const users = closedFormSinr({ ...downlink, power: new Matrix(power) });
      const perUser = (term: keyof SinrTerms) => users.map((terms) => terms[term]);
      return {
        sinr: perUser('sinr'),
        signal: perUser('signal'),
        interference: perUser('interference'),
        contamination: perUser('contamination'),
        sensing: perUser('sensing'),
      };
    } catch (error) {
      if (!(error instanceof NotPositiveDefiniteError)) throw error;
      problems.add(
        '$.noiseVariance',
        'is lost in the rounding of what is heard on a pilot: Γ of (7) has no inverse in double precision',
      );
      return null;
    }
  },
};
