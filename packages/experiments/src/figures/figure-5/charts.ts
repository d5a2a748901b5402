import type { Chart } from '../../chart/chart.ts';
import type { Row } from '../../machinery/experiment.ts';
import { metricPanels } from '../metric-panels.ts';
import { receiversChart } from './receivers-chart.ts';
import { type Association, associationNames, associations, baselineRegions, regionCounts } from './values.ts';

/** As the paper's: several S where targets have their APs, the baseline's where all APs sense one region at a time. */
const isDrawn = ({ kind, association, regions, receivePerRegion }: Row): boolean =>
  kind === 'cdf' &&
  receivePerRegion === 1 &&
  (association === 'UTC' || association === 'TC' || regions === baselineRegions);

export function figure5Charts(rows: readonly Row[]): Chart[] {
  return [
    {
      name: 'figure-5',
      rows: rows
        .filter(isDrawn)
        .map((row): Row => ({ ...row, curve: associationNames[row.association as Association] })),
      spec: metricPanels({
        title: 'CDF under four associations',
        subtitle: 'Blue solid: baseline. Bands: 95 % over the set-ups.',
        sensing: 'scnr',
        colour: { field: 'regions', title: 'regions S', values: regionCounts, baseline: baselineRegions },
        curves: associations.map((association) => associationNames[association]),
        sensingDomain: [-25, 35],
        rateDomain: [0, 35],
        patterns: [0, 2, 3, 1],
      }),
    },
    receiversChart(rows),
  ];
}
