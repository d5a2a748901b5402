import type { Chart } from '../../chart/chart.ts';
import type { Row } from '../../machinery/experiment.ts';
import { colours, dashes, solidLegend } from '../marks.ts';
import { baselineClutterScale, clutterScales, type Variant, variantNames } from '../variants.ts';

/** Least p_M that is drawn. */
const lowest = 1e-3;
/** Stands for 0 on the logarithmic axis, beyond what is drawn. */
const least = 1e-15;

const floor = (value: Row[string]): number => Math.max(least, Number(value));

/** Exact p_M as lines, counted p_M as points; left what sensing beams bring, right what clutter statistics bring. */
export function figure2Charts(rows: readonly Row[]): Chart[] {
  const drawn = rows.filter(({ variant, threshold }) => variant !== 'unaware' || threshold === 'exact');
  const ignored = rows.filter(({ variant, threshold }) => variant === 'unaware' && threshold === 'gamma');
  // Rounded down: never quite 1.
  const falseAlarms = Math.min(
    0.999,
    ...ignored.map((row) => Math.floor(1e3 * Number(row.exactFalseAlarmProbability)) / 1e3),
  );
  return [
    {
      name: 'figure-2',
      rows: drawn.map(
        (row): Row => ({
          ...row,
          curve: variantNames[row.variant as Variant],
          exactShown: floor(row.exactMissProbability),
          lowShown: floor(row.exactLow),
          highShown: floor(row.exactHigh),
        }),
      ),
      spec: {
        title: {
          text: 'Miss probability against the RCS variance',
          subtitle: [
            'Lines: exact law, its mean over set-ups with a 95 % band. Points: counted.',
            `Without clutter statistics: at the threshold of its own law. At the Gamma threshold it alarms without a target with probability ${falseAlarms} or more.`,
          ],
        },
        spacing: 30,
        hconcat: [
          panel('Sensing beams', ['isac', 'redistribute', 'unspent']),
          panel('Clutter statistics', ['isac', 'unaware']),
        ],
        resolve: { scale: { strokeDash: 'independent' } },
      },
    },
  ];
}

function panel(title: string, variants: readonly Variant[]) {
  const curves = variants.map((variant) => variantNames[variant]);
  const x = {
    field: 'rcsDbsm',
    type: 'quantitative',
    title: 'RCS variance σ_α² (dBsm)',
    scale: { nice: false },
    axis: { labelFlush: false },
  };
  const scale = { type: 'log', domain: [lowest, 1] };
  const color = {
    field: 'clutterScale',
    type: 'nominal',
    title: 'ς',
    scale: colours(clutterScales, baselineClutterScale),
    legend: solidLegend,
  };
  return {
    title,
    width: 330,
    height: 300,
    transform: [{ filter: `indexof(${JSON.stringify(variants)}, datum.variant) >= 0` }],
    layer: [
      {
        mark: { type: 'area', opacity: 0.1, clip: true },
        encoding: {
          x,
          y: { field: 'lowShown', type: 'quantitative', scale, title: 'miss probability p_M' },
          y2: { field: 'highShown' },
          color,
          detail: { field: 'curve' },
        },
      },
      {
        mark: { type: 'line', clip: true },
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
