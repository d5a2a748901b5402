import type { Chart } from '../chart/chart.ts';
import type { Row } from '../machinery/experiment.ts';
import { accountOfKind } from './account.ts';
import { receiverKinds } from './receivers.ts';

const size = { width: 250, height: 200 };
const x = {
  field: 'accessPoints',
  type: 'quantitative',
  title: 'access points M',
  scale: { type: 'log', base: 2 },
  axis: { values: [16, 64, 256, 1024], grid: true },
};
const colour = {
  field: 'receivers',
  type: 'nominal',
  title: 'echo set, clutter known',
  sort: receiverKinds.map(({ name }) => name),
};
/** Sizes that the account goes on to. */
const accounted = [16, 64, 256, 1024, 4096, 16384, 100_000];

/** One panel for each thing that may or may not grow with the network. */
export function scalingCharts(_rows: readonly Row[], falseAlarmProbability: number): Chart[] {
  return [
    {
      name: 'scaling-cost',
      spec: {
        title: {
          text: 'What a larger network costs',
          subtitle:
            'Constant density; users, targets and regions grow along. Points: measured on sockets; dashed: by the formats alone, to 10⁵ access points.',
        },
        columns: 3,
        concat: [
          bytes('receiveUpBytes', 'Up, per receive link and slot'),
          bytes('receiveDownBytes', 'Down, per receive link and slot'),
          panel('receiverOperations', 'Receiver, per receive AP and slot', 'complex multiply-adds', 'log'),
          panel('receiverCpuMs', 'Receiver, per receive AP and slot', 'CPU time (ms)', 'log'),
          panel('controlPlaneCpuMs', 'Control plane, per decision', 'CPU time (ms)', 'log'),
          panel('megabytesPerAp', 'AP processes, per access point', 'memory (MB)', 'log'),
        ],
      },
    },
    {
      name: 'scaling-performance',
      spec: {
        title: { text: 'What it detects', subtitle: 'Bars: 95 % intervals of what was counted.' },
        columns: 2,
        concat: [
          interval('detectionProbability', ['detectionLow', 'detectionHigh'], 'P_D, exact', []),
          interval('falseAlarmRate', ['falseAlarmLow', 'falseAlarmHigh'], 'P_FA, counted', [
            {
              mark: { type: 'rule', strokeDash: [6, 4] },
              encoding: { y: { datum: falseAlarmProbability, type: 'quantitative' } },
            },
          ]),
        ],
      },
    },
  ];
}

function panel(field: string, heading: string, title: string, type: 'linear' | 'log') {
  const scale = type === 'log' ? { type } : { type, zero: true };
  return {
    ...size,
    title: { text: heading, fontSize: 12, fontWeight: 'normal' },
    transform: [{ filter: `datum.${field} !== null` }],
    mark: { type: 'line', point: true },
    encoding: { x, y: { field, type: 'quantitative', title, scale }, color: colour },
  };
}

function interval(field: string, [low, high]: readonly [string, string], title: string, more: readonly object[]) {
  return {
    ...size,
    layer: [
      ...more,
      {
        mark: { type: 'rule', opacity: 0.6 },
        encoding: { x, y: { field: low, type: 'quantitative' }, y2: { field: high }, color: colour },
      },
      {
        mark: { type: 'line', point: true },
        encoding: { x, y: { field, type: 'quantitative', title, scale: { zero: true } }, color: colour },
      },
    ],
  };
}

/** Measured points, and the analytic account beside and beyond them. */
function bytes(field: 'receiveUpBytes' | 'receiveDownBytes', heading: string) {
  const values = receiverKinds.flatMap((kind) =>
    accounted.flatMap((accessPoints) => {
      const account = accountOfKind(kind, accessPoints);
      return account === null ? [] : [{ accessPoints, receivers: kind.name, [field]: account[field] }];
    }),
  );
  const long = { ...x, axis: { values: [16, 256, 4096, 65536], grid: true } };
  const y = { field, type: 'quantitative', title: 'bytes', scale: { type: 'log' } };
  return {
    ...size,
    title: { text: heading, fontSize: 12, fontWeight: 'normal' },
    layer: [
      {
        data: { values },
        mark: { type: 'line', strokeDash: [4, 3], opacity: 0.7 },
        encoding: { x: long, y, color: colour },
      },
      { mark: { type: 'point', filled: true }, encoding: { x: long, y, color: colour } },
    ],
  };
}
