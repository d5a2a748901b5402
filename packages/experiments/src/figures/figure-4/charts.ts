import type { Chart } from '../../chart/chart.ts';
import { cdfPanel } from '../scnr-chart.ts';
import { baseline, sampleCounts, userCounts } from './values.ts';

const domainDb = [-40, 40] as const;

export function figure4Charts(): Chart[] {
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
            filter: `datum.sensingSamples == ${sensingSamples}`,
            colour: { field: 'users', title: 'K', values: userCounts, baseline: users },
            curves: [],
            domainDb,
          }),
          cdfPanel({
            title: 'Sensing samples',
            filter: `datum.users == ${users}`,
            colour: { field: 'sensingSamples', title: 'τ_s', values: sampleCounts, baseline: sensingSamples },
            curves: [],
            domainDb,
          }),
        ],
        resolve: { scale: { color: 'independent' } },
      },
    },
  ];
}
