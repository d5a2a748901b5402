import type { Chart } from '../../chart/chart.ts';
import type { Row } from '../../machinery/experiment.ts';
import { metricPanels } from '../metric-panels.ts';
import { isOptimal, type Policy, policies } from './policies.ts';

const drawn: readonly Policy[] = ['fpc00', 'fpc55', 'communication', 'sensing', 'sensingKept'];
const curves = ['fractional (FPC)', 'optimal (OPC)'];

export function figure9Charts(rows: readonly Row[]): Chart[] {
  const names = drawn.map((policy) => policies[policy].name);
  return [
    {
      name: 'figure-9',
      rows: rows
        .filter(({ kind, policy }) => kind === 'cdf' && drawn.includes(policy as Policy))
        .map(
          (row): Row => ({
            ...row,
            name: policies[row.policy as Policy].name,
            curve: curves[isOptimal(row.policy as Policy) ? 1 : 0],
          }),
        ),
      spec: metricPanels({
        title: 'CDF under fractional and optimal power control',
        subtitle: 'Blue: uniform power. Bands: 95 % over the set-ups. p.: prioritised.',
        sensing: 'sicnr',
        colour: { field: 'name', title: 'power control', values: names, baseline: names[0] },
        curves,
        sensingDomain: [-35, 25],
        rateDomain: [0, 35],
      }),
    },
  ];
}
