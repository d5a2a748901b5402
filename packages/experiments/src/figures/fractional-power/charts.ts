import type { Chart } from '../../chart/chart.ts';
import type { Row } from '../../machinery/experiment.ts';
import { pairedDifference } from '../distribution-rows.ts';
import { colours, solidLegend } from '../marks.ts';
import { metricPanels } from '../metric-panels.ts';
import { metricNames } from '../metrics.ts';
import { type Task, taskNames, tasks } from './tasks.ts';
import { corners, curveOf, pairName } from './values.ts';

const drawnPairs = ['(0, 0)', '(0, 1)', '(1, 0)', '(1, 1)'];
const drawnTasks: readonly Task[] = ['isac', 'noSensing', 'noCommunication'];

/** As the paper's figures 6 and 8: dashed without sensing, dotted without communication. */
export function fractionalCharts(
  rows: readonly Row[],
  name: string,
  metric: 'scnr' | 'sicnr',
  rcsDbsm: readonly number[],
): Chart[] {
  const drawn = rows
    .filter((row) => row.kind === 'cdf' && drawnTasks.includes(row.task as Task))
    .map((row): Row => {
      const pair = pairName({
        kappaCommunication: Number(row.kappaCommunication),
        kappaSensing: Number(row.kappaSensing),
      });
      return { ...row, pair, curve: taskNames[row.task as Task] };
    })
    .filter(({ pair }) => drawnPairs.includes(pair as string));
  return [
    {
      name,
      rows: drawn,
      spec: metricPanels({
        title: 'CDF under fractional power control',
        subtitle: 'Blue: uniform. Bands: 95 % over the set-ups.',
        sensing: metric,
        colour: { field: 'pair', title: '(κ_c, κ_s)', values: drawnPairs, baseline: drawnPairs[0] },
        curves: drawnTasks.map((task) => taskNames[task]),
        patterns: [0, 1, 3],
        sensingDomain: metric === 'scnr' ? [-25, 35] : [-25, 25],
        rateDomain: [0, 35],
      }),
    },
    ...(rcsDbsm.length > 1 ? [costChart(rows, name, metric, rcsDbsm)] : []),
  ];
}

/** Mean sensing ratio without a task beside that with both, set-up by set-up, against σ_α². */
function costChart(rows: readonly Row[], name: string, metric: 'scnr' | 'sicnr', rcsDbsm: readonly number[]): Chart {
  const [uniform] = corners;
  const left = tasks.filter((task) => task !== 'isac');
  const sensing = metricNames[metric].name;
  const x = { field: 'rcsDbsm', type: 'quantitative', title: 'RCS variance σ_α² (dBsm)', axis: { labelFlush: false } };
  const color = {
    field: 'task',
    type: 'nominal',
    title: null,
    scale: colours(
      left.map((task) => taskNames[task]),
      '',
    ),
    legend: { ...solidLegend, orient: 'bottom', direction: 'vertical', labelLimit: 340 },
  };
  return {
    name: `${name}-cost`,
    rows: left.flatMap((task) =>
      rcsDbsm.flatMap((dbsm): Row[] => {
        const { mean, half } = pairedDifference(
          curveOf(rows, metric, task, uniform, dbsm),
          curveOf(rows, metric, 'isac', uniform, dbsm),
        );
        const row = { task: taskNames[task], rcsDbsm: dbsm, mean, low: mean - half, high: mean + half };
        return Number.isFinite(mean) ? [row] : [];
      }),
    ),
    spec: {
      title: {
        text: `What leaving a task out changes in the ${sensing}`,
        subtitle: 'Mean of dB values beside both tasks, (κ_c, κ_s) = (0, 0); set-up by set-up, 95 % bands.',
      },
      width: 420,
      height: 260,
      layer: [
        {
          mark: { type: 'area', opacity: 0.15 },
          encoding: {
            x,
            y: { field: 'low', type: 'quantitative', title: `difference in mean ${sensing} (dB)` },
            y2: { field: 'high' },
            color,
          },
        },
        { mark: { type: 'line', point: true }, encoding: { x, y: { field: 'mean', type: 'quantitative' }, color } },
      ],
    },
  };
}
