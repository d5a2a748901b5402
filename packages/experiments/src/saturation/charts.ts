import type { Chart } from '../chart/chart.ts';
import type { Row } from '../machinery/experiment.ts';

const size = { width: 260, height: 210 };
const x = {
  field: 'rateMbps',
  type: 'quantitative',
  title: 'uplink rate (Mbit/s)',
  scale: { type: 'log' },
  axis: { values: [0.001, 0.01, 0.1, 1, 10], format: '~g' },
};
const colour = {
  field: 'split',
  type: 'nominal',
  title: 'split',
  sort: ['scalar', 'sufficient', 'raw, 9 bits', 'raw, float64'],
};
/** Where nothing was observed nothing can alarm. */
const observed = [{ filter: 'datum.emptyInspections > 0' }];

/** Share in time, latency, detection and false alarms against the rate. */
export function saturationCharts(_rows: readonly Row[], falseAlarmProbability: number): Chart[] {
  return [
    {
      name: 'saturation',
      spec: {
        title: {
          text: 'Where links saturate',
          subtitle: 'A report in every slot of 50 ms, fusion window 100 ms. Bars: 95 % intervals of what was counted.',
        },
        columns: 2,
        concat: [
          line('inTimeShare', 'share of reports in time'),
          line('latencyP95Ms', '95 % latency of those (emulated ms)'),
          line('detectionProbability', 'detection probability (exact)'),
          {
            ...size,
            layer: [
              {
                mark: { type: 'rule', strokeDash: [6, 4] },
                encoding: { y: { datum: falseAlarmProbability, type: 'quantitative' } },
              },
              {
                transform: observed,
                mark: { type: 'rule', opacity: 0.6 },
                encoding: {
                  x,
                  y: { field: 'falseAlarmLow', type: 'quantitative', title: 'false-alarm probability (counted)' },
                  y2: { field: 'falseAlarmHigh' },
                  color: colour,
                },
              },
              {
                transform: observed,
                mark: { type: 'point', filled: true },
                encoding: { x, y: { field: 'falseAlarmRate', type: 'quantitative' }, color: colour },
              },
            ],
          },
        ],
      },
    },
  ];
}

function line(field: string, title: string) {
  const y = { field, type: 'quantitative', title, scale: { zero: true } };
  return { ...size, mark: { type: 'line', point: true }, encoding: { x, y, color: colour } };
}
