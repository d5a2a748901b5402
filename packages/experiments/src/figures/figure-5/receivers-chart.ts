import type { Chart } from '../../chart/chart.ts';
import type { Row } from '../../machinery/experiment.ts';
import { cdfPanel } from '../cdf-panel.ts';
import { colours, dashes, dashLegend, solidLegend } from '../marks.ts';
import { baselineRegions, receivePerRegionAlike, regionCounts } from './values.ts';

const alike = `M_rx = ${regionCounts.map((regions) => receivePerRegionAlike[regions]).join(', ')}: ${regionCounts.map((regions) => regions * receivePerRegionAlike[regions]).join(', ')} receive APs`;
const onePerRegion = `M_rx = 1: ${regionCounts.join(', ')} receive APs`;
const families = [alike, onePerRegion];

/** UTC with 8 or 9 receivers at every S, beside one a region. The baseline, S = 9, is in both. */
export function receiversChart(rows: readonly Row[]): Chart {
  const named = rows
    .filter(({ association, metric }) => association === 'UTC' && metric === 'scnr')
    .flatMap((row): Row[] => {
      const isAlike = row.receivePerRegion === receivePerRegionAlike[Number(row.regions)];
      if (row.kind === 'cdf') return [{ ...row, curve: isAlike ? alike : onePerRegion }];
      if (row.kind !== 'summary') return [];
      const [missProbability, half] = [Number(row.missProbability), Number(row.missHalf)];
      const interval = { low: Math.max(0, missProbability - half), high: Math.min(1, missProbability + half) };
      const { kind, regions } = row;
      return families
        .filter((curve) => (curve === alike ? isAlike : row.receivePerRegion === 1))
        .map((curve): Row => ({ kind, regions, curve, missProbability, ...interval }));
    });
  const colour = { field: 'regions', title: 'regions S', values: regionCounts, baseline: baselineRegions };
  const x = { field: 'regions', type: 'ordinal', title: 'regions S', axis: { labelAngle: 0 } };
  const y = { type: 'quantitative', title: 'mean p_M', scale: { domain: [0, 1] } };
  const color = {
    field: 'regions',
    type: 'nominal',
    title: colour.title,
    scale: colours(regionCounts, baselineRegions),
    legend: solidLegend,
  };
  const strokeDash = { field: 'curve', type: 'nominal', title: null, scale: dashes(families), legend: dashLegend };
  return {
    name: 'figure-5-receivers',
    rows: named,
    spec: {
      title: {
        text: 'Regions and receivers apart (UTC)',
        subtitle: 'S regions with M_rx receive access points each. Blue: baseline, in both. 95 % over the set-ups.',
      },
      spacing: 30,
      hconcat: [
        cdfPanel({
          title: '',
          filter: 'true',
          x: { field: 'value', title: 'SCNR (dB), mean over the receive APs' },
          colour,
          curves: families,
          domain: [-25, 35],
        }),
        {
          title: '',
          width: 200,
          height: 300,
          transform: [{ filter: "datum.kind == 'summary'" }],
          layer: [
            {
              mark: { type: 'line', color: '#888888' },
              encoding: { x, y: { ...y, field: 'missProbability' }, strokeDash },
            },
            { mark: { type: 'rule' }, encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' }, color } },
            { mark: { type: 'point', opacity: 1 }, encoding: { x, y: { ...y, field: 'missProbability' }, color } },
          ],
        },
      ],
    },
  };
}
