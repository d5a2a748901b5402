import type { Chart } from '../../chart/chart.ts';
import type { Row } from '../../machinery/experiment.ts';
import { cdfPanel } from '../cdf-panel.ts';
import { readings } from './readings.ts';

const curves = ['columns: the 4 nearest transmit APs', 'columns: all transmit APs'];
const nameOf = (row: Row): string => `${row.targetGain}, ${row.apToApPathLoss}`;

/** CDFs of the readings, and the independent program's percentiles as points on them. */
export function sensitivityCharts(rows: readonly Row[]): Chart[] {
  const named = rows.map(
    (row): Row => ({ ...row, reading: nameOf(row), curve: curves[row.columns === 'all' ? 1 : 0] }),
  );
  const references = readings.flatMap(({ reference: { p5, p50, p95 }, ...reading }): Row[] =>
    [
      [p5, 0.05],
      [p50, 0.5],
      [p95, 0.95],
    ].map(([scnrDb, cdf]) => ({ kind: 'reference', reading: nameOf({ ...reading }), scnrDb, cdf })),
  );
  const values = readings.map((reading) => nameOf({ ...reading, reference: null }));
  const panel = cdfPanel({
    title: '',
    filter: 'true',
    colour: { field: 'reading', title: 'echo gain, clutter path loss', values, baseline: 'radar-equation, los' },
    curves,
    domain: [-50, 50],
  });
  const [{ encoding }] = panel.layer;
  const point = {
    transform: [{ filter: "datum.kind == 'reference'" }],
    mark: { type: 'point', shape: 'diamond', size: 90, opacity: 1 },
    encoding: { x: encoding.x, y: { field: 'cdf', type: 'quantitative' }, color: encoding.color },
  };
  const { transform, layer, ...size } = panel;
  return [
    {
      name: 'sensitivity',
      rows: [...named, ...references],
      spec: {
        ...size,
        title: {
          text: 'CDF of the SCNR in four readings of the paper',
          subtitle: '10 dBsm, ς = 10⁻². Blue: baseline. Diamonds: 5, 50, 95 % of an independent program (225 cells).',
        },
        width: 420,
        layer: [...layer.map((one) => ({ ...one, transform })), point],
      },
    },
  ];
}
