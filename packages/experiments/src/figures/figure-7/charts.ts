import type { Chart } from '../../chart/chart.ts';
import type { Row } from '../../machinery/experiment.ts';
import { cdfPanel } from '../cdf-panel.ts';
import {
  baselineClutterScale,
  baselineRcsDbsm,
  clutterScales,
  rcsVariancesDbsm,
  type Variant,
  variantNames,
} from '../variants.ts';
import { trackingVariants } from './values.ts';

const shared = {
  x: { field: 'value', title: 'SICNR (dB)' },
  curves: trackingVariants.map((variant) => variantNames[variant]),
  domain: [-40, 25],
} as const;

export function figure7Charts(rows: readonly Row[]): Chart[] {
  return [
    {
      name: 'figure-7',
      rows: rows
        .filter(({ kind }) => kind === 'cdf')
        .map((row): Row => ({ ...row, curve: variantNames[row.variant as Variant] })),
      spec: {
        title: { text: 'CDF of the SICNR', subtitle: 'Blue: baseline. Bands: 95 % over the set-ups.' },
        spacing: 30,
        hconcat: [
          cdfPanel({
            ...shared,
            title: `ς = ${baselineClutterScale}`,
            filter: `datum.clutterScale == ${baselineClutterScale}`,
            colour: { field: 'rcsDbsm', title: 'σ_α² (dBsm)', values: rcsVariancesDbsm, baseline: baselineRcsDbsm },
          }),
          cdfPanel({
            ...shared,
            title: `σ_α² = ${baselineRcsDbsm} dBsm`,
            filter: `datum.rcsDbsm == ${baselineRcsDbsm}`,
            colour: { field: 'clutterScale', title: 'ς', values: clutterScales, baseline: baselineClutterScale },
          }),
        ],
        resolve: { scale: { color: 'independent', strokeDash: 'shared' } },
      },
    },
  ];
}
