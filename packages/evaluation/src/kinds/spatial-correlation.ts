import { spatialCorrelation, spreadNodes } from '@vedetta/channel';
import type { CaseKind } from '../case-kind.ts';
import { matrixJson } from '../complex-json.ts';
import { readNumber } from '../read-values.ts';

/** Quadrature nodes times antennas that are still done in seconds. */
const MOST_WORK = 5e8;

/** E[a aᴴ] for a Gaussian spread of both angles, trace N. */
export const spatialCorrelationKind: CaseKind = {
  required: ['antennaCount', 'spacing', 'azimuth', 'elevation', 'azimuthSpread', 'elevationSpread'],
  evaluate(fields, problems) {
    const antennaCount = readNumber(fields, '$', 'antennaCount', { whole: true, least: 1, most: 1024 }, problems);
    const spacing = readNumber(fields, '$', 'spacing', { least: 0 }, problems);
    const azimuth = readNumber(fields, '$', 'azimuth', {}, problems);
    const elevation = readNumber(fields, '$', 'elevation', {}, problems);
    const azimuthSpread = readNumber(fields, '$', 'azimuthSpread', { least: 0 }, problems);
    const elevationSpread = readNumber(fields, '$', 'elevationSpread', { least: 0 }, problems);
    if (antennaCount === null || spacing === null || azimuth === null || elevation === null) return null;
    if (azimuthSpread === null || elevationSpread === null) return null;
    const nodes = (spread: number) => spreadNodes(spread, 2 * Math.PI * spacing * (antennaCount - 1));
    if (nodes(azimuthSpread) * nodes(elevationSpread) * antennaCount > MOST_WORK) {
      problems.add('$', 'array and spread are too large for the quadrature: fewer antennas, less spacing or spread');
      return null;
    }
    return {
      correlation: matrixJson(
        spatialCorrelation({ antennaCount, spacing, azimuth, elevation, azimuthSpread, elevationSpread }),
      ),
    };
  },
};
