import type { Chart } from '../chart/chart.ts';
import type { Row } from '../machinery/experiment.ts';

const size = { width: 250, height: 200 };
const x = {
  field: 'mantissaBits',
  type: 'quantitative',
  title: 'mantissa bits',
  scale: { zero: false },
  axis: { tickMinStep: 1 },
};
const onlyBits = [{ filter: 'datum.mantissaBits != null' }];

/** Difference, rounding, detections and false alarms against the bits; rules show lossless samples. */
export function quantisationCharts(rows: readonly Row[], falseAlarmProbability: number): Chart[] {
  const lossless = rows.find((row) => row.mantissaBits === null);
  return [
    {
      name: 'quantisation',
      spec: {
        title: {
          text: 'Bits of forwarded samples',
          subtitle:
            'Block floating point, 12 samples a block. Dashed: lossless, or the design value. Bars: 95 % intervals.',
        },
        columns: 2,
        concat: [
          line('statisticDifference', 'rms difference of a local statistic', 'log'),
          {
            ...size,
            transform: [...onlyBits, { fold: ['roundingDb', 'predictedRoundingDb'], as: ['what', 'value'] }],
            mark: { type: 'line', point: true },
            encoding: {
              x,
              y: { field: 'value', type: 'quantitative', title: 'rounding beside noise (dB)' },
              strokeDash: { field: 'what', type: 'nominal', title: null },
            },
          },
          interval('detection', 'detection probability (counted)', Number(lossless?.detectionRate ?? 0)),
          interval('falseAlarm', 'false-alarm probability (counted)', falseAlarmProbability),
        ],
      },
    },
  ];
}

function line(field: string, title: string, type: 'log' | 'linear') {
  const y = { field, type: 'quantitative', title, scale: { type } };
  return { ...size, transform: onlyBits, mark: { type: 'line', point: true }, encoding: { x, y } };
}

function interval(prefix: string, title: string, rule: number) {
  const y = (field: string) => ({ field: `${prefix}${field}`, type: 'quantitative', title });
  return {
    ...size,
    transform: onlyBits,
    layer: [
      { mark: { type: 'rule', strokeDash: [6, 4] }, encoding: { y: { datum: rule, type: 'quantitative' } } },
      { mark: { type: 'rule', opacity: 0.6 }, encoding: { x, y: y('Low'), y2: { field: `${prefix}High` } } },
      { mark: { type: 'line', point: true }, encoding: { x, y: y('Rate') } },
    ],
  };
}
