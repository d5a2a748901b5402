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

/** Difference, rounding, detections and false alarms against the bits; rules show lossless samples. Crosses: the exact law, and samples taken for exact. */
export function quantisationCharts(rows: readonly Row[], falseAlarmProbability: number): Chart[] {
  const lossless = rows.find((row) => row.mantissaBits === null);
  return [
    {
      name: 'quantisation',
      spec: {
        title: {
          text: 'Bits of forwarded samples',
          subtitle: [
            'Block floating point, 12 samples a block. Dashed: lossless, or the design value. Bars: 95 % intervals.',
            'Crosses: the exact probability; and the false alarms of receivers that take samples for exact.',
          ],
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
          interval(
            'detection',
            'detection probability',
            Number(lossless?.detectionProbability ?? 0),
            'detectionProbability',
            {},
          ),
          interval('falseAlarm', 'false-alarm probability', falseAlarmProbability, 'uncountedFalseAlarmRate', {
            // None may be counted, so no logarithm; this one is linear below 0.01.
            scale: { type: 'symlog', constant: falseAlarmProbability },
            axis: { values: [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1], format: '~g' },
          }),
        ],
      },
    },
  ];
}

function line(field: string, title: string, type: 'log' | 'linear') {
  const y = { field, type: 'quantitative', title, scale: { type } };
  return { ...size, transform: onlyBits, mark: { type: 'line', point: true }, encoding: { x, y } };
}

function interval(prefix: string, title: string, rule: number, beside: string, look: object) {
  const y = (field: string) => ({ field, type: 'quantitative', title, ...look });
  return {
    ...size,
    transform: onlyBits,
    layer: [
      { mark: { type: 'rule', strokeDash: [6, 4] }, encoding: { y: { datum: rule, type: 'quantitative', ...look } } },
      { mark: { type: 'rule', opacity: 0.6 }, encoding: { x, y: y(`${prefix}Low`), y2: { field: `${prefix}High` } } },
      { mark: { type: 'line', point: true }, encoding: { x, y: y(`${prefix}Rate`) } },
      { mark: { type: 'point', shape: 'cross', size: 60 }, encoding: { x, y: y(beside) } },
    ],
  };
}
