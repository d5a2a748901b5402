import { steeringVector } from '@vedetta/signal';
import type { CaseKind } from '../case-kind.ts';
import { vectorJson } from '../complex-json.ts';
import { readNumber } from '../read-values.ts';

/** a[n] = exp(j 2π d n sin φ cos θ). */
export const steeringVectorKind: CaseKind = {
  required: ['antennaCount', 'spacing', 'azimuth', 'elevation'],
  evaluate(fields, problems) {
    const antennaCount = readNumber(fields, '$', 'antennaCount', { whole: true, least: 1, most: 65536 }, problems);
    const spacing = readNumber(fields, '$', 'spacing', { least: 0 }, problems);
    const azimuth = readNumber(fields, '$', 'azimuth', {}, problems);
    const elevation = readNumber(fields, '$', 'elevation', {}, problems);
    if (antennaCount === null || spacing === null || azimuth === null || elevation === null) return null;
    return { vector: vectorJson(steeringVector(antennaCount, spacing, Math.sin(azimuth) * Math.cos(elevation))) };
  },
};
