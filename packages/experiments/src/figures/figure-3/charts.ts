import type { Chart } from '../../chart/chart.ts';
import type { Row } from '../../machinery/experiment.ts';
import { cdfPanel } from '../cdf-panel.ts';
import { colours } from '../marks.ts';
import {
  baselineClutterScale,
  baselineRcsDbsm,
  clutterScales,
  rcsVariancesDbsm,
  type Variant,
  variantNames,
} from '../variants.ts';
import { falseAlarmProbabilities } from './miss-by-scnr.ts';

const domainDb = [-50, 50] as const;

export function figure3Charts(rows: readonly Row[]): Chart[] {
  const named = rows.map((row): Row => ({ ...row, curve: variantNames[row.variant as Variant] }));
  const curves = Object.values(variantNames);
  return [
    {
      name: 'figure-3',
      rows: named,
      spec: {
        title: {
          text: 'CDF of the SCNR',
          subtitle: 'Blue: baseline. Bands: 95 % over the set-ups.',
        },
        spacing: 30,
        hconcat: [
          cdfPanel({
            title: `ς = ${baselineClutterScale}`,
            filter: `datum.clutterScale == ${baselineClutterScale}`,
            colour: { field: 'rcsDbsm', title: 'σ_α² (dBsm)', values: rcsVariancesDbsm, baseline: baselineRcsDbsm },
            curves,
            domain: domainDb,
          }),
          cdfPanel({
            title: `σ_α² = ${baselineRcsDbsm} dBsm`,
            filter: `datum.rcsDbsm == ${baselineRcsDbsm}`,
            colour: { field: 'clutterScale', title: 'ς', values: clutterScales, baseline: baselineClutterScale },
            curves,
            domain: domainDb,
          }),
        ],
        resolve: { scale: { color: 'independent', strokeDash: 'shared' } },
      },
    },
    {
      name: 'figure-3-misses',
      rows: rows.filter((row) => row.kind === 'miss').map((row) => ({ ...row, middleDb: Number(row.scnrDb) + 0.5 })),
      spec: missSpec,
    },
  ];
}

const x = { field: 'middleDb', type: 'quantitative', title: 'SCNR of the cell (dB), classes of 1 dB' };
const missSpec = {
  title: {
    text: 'Miss probability of a cell against its SCNR',
    subtitle: 'Exact, given the signals; 10 dBsm, ς = 10⁻². Dashed: p_M = 0.1 and 0 dB, the paper’s rule.',
  },
  width: 400,
  height: 260,
  layer: [
    { mark: { type: 'rule', strokeDash: [6, 4] }, encoding: { y: { datum: 0.1, type: 'quantitative' } } },
    { mark: { type: 'rule', strokeDash: [6, 4] }, encoding: { x: { datum: 0, type: 'quantitative' } } },
    {
      mark: { type: 'line', point: true },
      encoding: {
        x,
        y: { field: 'missProbability', type: 'quantitative', title: 'mean p_M', scale: { domain: [0, 1] } },
        color: {
          field: 'falseAlarmProbability',
          type: 'nominal',
          title: 'P_FA',
          scale: colours(falseAlarmProbabilities, 0.01),
        },
      },
    },
  ],
};
