import type { Chart } from '../../chart/chart.ts';
import type { Row } from '../../machinery/experiment.ts';
import { colours, dashes } from '../marks.ts';
import { baselineClutterScale, clutterScales, variantNames } from '../variants.ts';

/** Below this nothing is drawn: a quick run counts a few hundred targets. */
const lowest = 1e-4;

const names: Readonly<Record<string, string>> = {
  ...variantNames,
  'unaware/gamma': 'without clutter statistics, Gamma threshold (P_FA near 1)',
  'unaware/exact': 'without clutter statistics, own threshold',
};

const nameOf = (row: Row): string => names[`${row.variant}/${row.threshold}`] ?? names[String(row.variant)];

/** Exact p_M as lines, counted p_M as points; left what sensing beams bring, right what clutter statistics bring. */
export function figure2Charts(rows: readonly Row[]): Chart[] {
  const left = ['isac', 'redistribute', 'unspent'];
  return [
    {
      name: 'figure-2',
      rows: rows
        .map((row): Row => ({ ...row, curve: nameOf(row), exactShown: floor(row.exactMissProbability) }))
        .map((row) => ({ ...row, lowShown: floor(row.exactLow), highShown: floor(row.exactHigh) })),
      spec: {
        title: {
          text: 'Miss probability against the RCS variance',
          subtitle: 'Lines: exact law, its mean over set-ups with a 95 % band. Points: counted.',
        },
        spacing: 30,
        hconcat: [
          panel(`indexof(${JSON.stringify(left)}, datum.variant) >= 0`, left.map((v) => names[v]), 'Sensing beams'),
          panel("datum.variant == 'isac' || datum.variant == 'unaware'", [names.isac, names['unaware/exact'], names['unaware/gamma']], 'Clutter statistics'),
        ],
        resolve: { scale: { strokeDash: 'independent' } },
      },
    },
  ];
}

const floor = (value: Row[string]): number => Math.max(lowest, Number(value));

function panel(filter: string, curves: readonly string[], title: string) {
  const x = { field: 'rcsDbsm', type: 'quantitative', title: 'RCS variance σ_α² (dBsm)', scale: { nice: false } };
  const scale = { type: 'log', domain: [lowest, 1] };
  const color = {
    field: 'clutterScale',
    type: 'nominal',
    title: 'ς',
    scale: colours(clutterScales, baselineClutterScale),
  };
  return {
    title,
    width: 330,
    height: 300,
    transform: [{ filter }],
    layer: [
      {
        mark: { type: 'area', opacity: 0.12 },
        encoding: {
          x,
          y: { field: 'lowShown', type: 'quantitative', scale, title: 'miss probability p_M' },
          y2: { field: 'highShown' },
          color,
          detail: { field: 'curve' },
        },
      },
      {
        mark: { type: 'line' },
        encoding: {
          x,
          y: { field: 'exactShown', type: 'quantitative', scale },
          color,
          strokeDash: {
            field: 'curve',
            type: 'nominal',
            title: null,
            scale: dashes(curves),
            legend: { orient: 'bottom', direction: 'vertical', labelLimit: 340, symbolSize: 400 },
          },
        },
      },
      {
        transform: [{ filter: `datum.missProbability >= ${lowest}` }],
        mark: { type: 'point', size: 22 },
        encoding: { x, y: { field: 'missProbability', type: 'quantitative', scale }, color },
      },
    ],
  };
}
