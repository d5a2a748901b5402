import type { Chart } from '../chart/chart.ts';
import type { Row } from '../machinery/experiment.ts';

const colour = { field: 'receivePerRegion', type: 'nominal', title: 'M_rx' };
const share = {
  field: 'unusedShare',
  type: 'quantitative',
  title: 'share of reports that was not used',
  axis: { format: '%' },
};
const shape = {
  field: 'cause',
  type: 'nominal',
  title: 'reports are',
  scale: { domain: ['lost', 'late'], range: ['circle', 'triangle-up'] },
};
/** A point with fewer says nothing of a probability of one in a hundred. */
const fewestInspections = 50;
const size = { width: 460, height: 300 };

/** Bars: 95 % intervals of what was counted. Lines: exact law. */
export function lossCharts(rows: readonly Row[], falseAlarmProbability: number): Chart[] {
  const tested = rows.filter(({ emptyInspections }) => Number(emptyInspections) >= fewestInspections);
  const highest = Math.max(3 * falseAlarmProbability, ...tested.map(({ falseAlarmHigh }) => Number(falseAlarmHigh)));
  const rate = {
    type: 'quantitative',
    title: 'false-alarm probability P_FA',
    scale: { domain: [0, highest] },
    axis: { grid: true },
  };
  return [
    {
      name: 'loss-detection',
      spec: {
        ...size,
        title: {
          text: 'Lost and late reports cost detections',
          subtitle: 'Lines: exact law. Marks: counted, with 95 % intervals.',
        },
        layer: [
          {
            transform: [{ filter: "datum.cause === 'lost'" }],
            mark: 'line',
            encoding: { x: share, y: probability('detectionProbability', 'detection probability P_D'), color: colour },
          },
          ...bars('detectionLow', 'detectionHigh'),
          marks(probability('detectionRate', 'detection probability P_D')),
        ],
      },
    },
    {
      name: 'loss-false-alarms',
      rows: tested,
      spec: {
        ...size,
        title: {
          text: 'They cost no false alarms',
          subtitle: [
            'Counted in observed inspections without any echo, with 95 % intervals.',
            `Dashed: the design value, ${falseAlarmProbability}.`,
          ],
        },
        layer: [
          {
            mark: { type: 'rule', strokeDash: [6, 4] },
            encoding: { y: { datum: falseAlarmProbability, ...rate } },
          },
          ...bars('falseAlarmLow', 'falseAlarmHigh'),
          marks({ field: 'falseAlarmRate', ...rate }),
        ],
      },
    },
  ];
}

const probability = (field: string, title: string) => ({
  field,
  type: 'quantitative',
  title,
  scale: { domain: [0, 1] },
});

function bars(low: string, high: string) {
  return [
    {
      mark: { type: 'rule', opacity: 0.6 },
      encoding: { x: share, y: { field: low, type: 'quantitative' }, y2: { field: high }, color: colour },
    },
  ];
}

function marks(y: object) {
  return { mark: { type: 'point', filled: true, size: 55 }, encoding: { x: share, y, color: colour, shape } };
}
