import type { Experiment, Point, Row } from '../../machinery/experiment.ts';
import { meanInterval } from '../../statistics.ts';
import { distributionColumns, distributionRows } from '../distribution-rows.ts';
import type { Look } from '../look.ts';
import { type RateUnit, rateRows, userRates } from '../rates.ts';
import { gridDb, scnrValues } from '../scnr-rows.ts';
import { type ScnrUnit, scnrOfLooks } from '../scnr-unit.ts';
import { baselineRcsDbsm, extents, figureScenario } from '../variants.ts';
import { figure5Charts } from './charts.ts';
import { createMissMean } from './miss-mean.ts';
import { lookAtPlaces, sharedPlaces } from './places.ts';
import { baselineRegions, curves, regionCounts, type Sensing } from './values.ts';
import { figure5Verdicts } from './verdicts.ts';

export type Figure5Parameters = {
  readonly [Key in keyof Sensing]: Sensing[Key];
} & { readonly realisations: number };

type Figure5Unit = ScnrUnit & RateUnit & { readonly missProbability: number };

/** Of eighty-one receivers a realisation in UC and CF. */
const figureExtents: typeof extents = { ...extents, quick: { setUps: 24, realisations: 10 } };

export const figure5: Experiment<Figure5Parameters> = {
  name: 'figure-5',
  title: 'SCNR and data rate under four associations',
  summary:
    'CDF of the SCNR (36) and of the users’ data rates (17) where users and targets have their access points (UTC), where one of the two is served by all (TC, UC), and where both are (CF); each with 1, 4 and 9 sensing regions and as many receive access points; UTC also with 8, 8 and 9 receive access points at those S. All curves look at the same places. Beside the SCNR, which is a mean over receive access points, stands the exact miss probability of their fused statistic.',
  kind: 'computation',
  columns: {
    association: 'UTC, TC, UC or CF',
    regions: 'S, regions of the area',
    receivePerRegion: 'M_rx, receive APs of each region: S · M_rx receive, the others transmit',
    ...distributionColumns,
    missProbability:
      'mean exact miss probability at σ_α² = 10 dBsm and P_FA = 0.01; of one set-up, in a line that is one',
    missHalf: 'half width of its 95 % interval over the set-ups',
  },
  points(size) {
    const { setUps, realisations } = figureExtents[size];
    return curves.map((sensing): Point<Figure5Parameters> => {
      const { association, regions, receivePerRegion } = sensing;
      const oneByOne = association === 'UC' || association === 'CF';
      const many = receivePerRegion > 1;
      return {
        name: `${association}, S ${regions}${many ? `, M_rx ${receivePerRegion}` : ''}`,
        parameters: { ...sensing, realisations },
        scenario: figureScenario('figure-5', 'isac', { sensing: { ...sensing } }),
        units: setUps,
        // Slots times receivers, and larger covariances where more APs transmit.
        weight: oneByOne || many ? 2.5 : [2.5, 1.4, 1][regionCounts.indexOf(regions)],
      };
    });
  },
  compute({ scenario, parameters: { realisations } }, { unit, seed, progress }): Figure5Unit[] {
    const baseline = figureScenario('figure-5', 'isac', { sensing: { regions: baselineRegions } });
    const setUp = lookAtPlaces(scenario, unit, seed, sharedPlaces(baseline, unit, seed));
    const misses = createMissMean(scenario.network.sensing.falseAlarmProbability);
    const scnr = scnrOfLooks(scenario, setUp, setUp.looks, realisations, progress, misses.add);
    // Long-term rates: one for each set of regions that is sensed at once, whichever of its cells.
    const differing = new Map(setUp.looks.map((look) => [regionsOf(look), look]));
    const rates = [...differing.values()].flatMap(({ onAir, power }) =>
      userRates(setUp.deployment, onAir(0).plan, power),
    );
    return [{ ...scnr, rates: rates.join(), missProbability: misses.mean() }];
  },
  aggregate({ parameters: { association, regions, receivePerRegion } }, units) {
    const curve = { association, regions, receivePerRegion };
    const all = units.flat() as Figure5Unit[];
    const { each, all: together } = scnrValues(all);
    const rows = distributionRows({ ...curve, metric: 'scnr' }, each, together, {
      step: gridDb,
      shift: baselineRcsDbsm,
    });
    const misses = all.map(({ missProbability }) => missProbability);
    const { mean, half } = meanInterval(misses);
    const withMisses = rows.map((row): Row => {
      if (row.kind === 'set-up') return { ...row, missProbability: misses[Number(row.setUp)] };
      return row.kind === 'summary' ? { ...row, missProbability: mean, missHalf: half } : row;
    });
    return [...withMisses, ...rateRows(curve, all)];
  },
  verdicts: figure5Verdicts,
  charts: figure5Charts,
};

const regionsOf = ({ onAir }: Look): string =>
  onAir(0)
    .plan.inspections.map(({ region }) => region)
    .join();
