import type { Chart } from '../../chart/chart.ts';
import type { Row } from '../../machinery/experiment.ts';
import { cdfPanel } from '../cdf-panel.ts';
import { colours, solidLegend } from '../marks.ts';
import { pairedDifference } from '../scnr-rows.ts';
import { byUsers } from './sweeps.ts';
import { baseline, type ReadingName, readings, sampleCounts, userCounts } from './values.ts';

const domainDb = [-40, 40] as const;

export function figure4Charts(rows: readonly Row[]): Chart[] {
  const { users, sensingSamples } = baseline;
  return [
    {
      name: 'figure-4',
      spec: {
        title: { text: 'CDF of the SCNR', subtitle: 'Blue: baseline. Bands: 95 % over the set-ups.' },
        spacing: 30,
        hconcat: [
          cdfPanel({
            title: 'Users',
            filter: `datum.reading == 'baseline' && datum.sensingSamples == ${sensingSamples}`,
            colour: { field: 'users', title: 'K', values: userCounts, baseline: users },
            curves: [],
            domain: domainDb,
          }),
          cdfPanel({
            title: 'Sensing samples',
            filter: `datum.reading == 'baseline' && datum.users == ${users}`,
            colour: { field: 'sensingSamples', title: 'τ_s', values: sampleCounts, baseline: sensingSamples },
            curves: [],
            domain: domainDb,
          }),
        ],
        resolve: { scale: { color: 'independent' } },
      },
    },
    {
      name: 'figure-4-users',
      rows: (Object.keys(readings) as ReadingName[]).flatMap((reading) => besideBaseline(rows, reading)),
      spec: usersSpec,
    },
  ];
}

/** Mean SCNR of each K beside the baseline's, set-up by set-up. */
function besideBaseline(rows: readonly Row[], reading: ReadingName): Row[] {
  return userCounts.map((users) => {
    const { mean, half } = pairedDifference(byUsers(rows, users, reading), byUsers(rows, baseline.users, reading));
    return { reading, users, mean, low: mean - half, high: mean + half };
  });
}

const x = { field: 'users', type: 'ordinal', title: 'users K', axis: { labelAngle: 0 } };
const color = {
  field: 'reading',
  type: 'nominal',
  title: 'reading',
  scale: colours(Object.keys(readings), 'baseline'),
};
const usersSpec = {
  title: {
    text: 'Mean SCNR beside that of K = 16',
    subtitle: 'Of dB values; differences set-up by set-up, 95 % bars.',
  },
  width: 360,
  height: 240,
  layer: [
    {
      mark: { type: 'rule', opacity: 0.7 },
      encoding: {
        x,
        y: { field: 'low', type: 'quantitative', title: 'difference (dB)' },
        y2: { field: 'high' },
        color: { ...color, legend: solidLegend },
      },
    },
    { mark: { type: 'line', point: true }, encoding: { x, y: { field: 'mean', type: 'quantitative' }, color } },
  ],
};
