import type { Experiment, Point, Row, Size } from '../machinery/experiment.ts';
import { runNetwork } from '../network/run-network.ts';
import { stagedScenario } from '../scan-stage.ts';
import { binomialTest } from '../statistics.ts';
import { scalingCharts } from './charts.ts';
import { costOf, performanceOf } from './measures.ts';

export type ScalingParameters = {
  /** M. */
  readonly accessPoints: number;
  readonly split: 'scalar' | 'sufficient' | 'raw';
  readonly echoSet: 'all' | 'nearest 4';
  readonly clutterSet: 'all';
  readonly apProcesses: number;
  readonly slots: number;
  readonly warmSlots: number;
};

const falseAlarmProbability = 0.01;
/** S at M = 16, and the side of the baseline's area. Density stays: both grow with M. */
const regionsOf16 = 9;
const sideOf16 = 707.107;
/** Eight cells, targets in four of them: a sweep takes eight slots, half of them without echoes. */
const cells = [2, 2, 2] as const;
const sweep = 8;

/** From here on a slot is work for seconds: few slots are decided, and frames are short so that some of them are measured. */
const manyAccessPoints = 256;

interface Setting {
  readonly accessPoints: number;
  readonly sweeps: number;
  readonly apProcesses: number;
  /** Relative cost of a slot, seconds on one idle core, and of the start. */
  readonly slotCost: { readonly all: number; readonly nearest: number };
  readonly startCost: number;
}

/** Fewer slots where a slot has more inspections. AP processes host many APs above 64. */
const settings: Readonly<Record<Size, readonly Setting[]>> = {
  quick: [
    { accessPoints: 16, sweeps: 20, apProcesses: 4, slotCost: { all: 0.02, nearest: 0.02 }, startCost: 6 },
    { accessPoints: 64, sweeps: 5, apProcesses: 4, slotCost: { all: 0.15, nearest: 0.12 }, startCost: 8 },
    { accessPoints: 256, sweeps: 2, apProcesses: 2, slotCost: { all: 7, nearest: 0.7 }, startCost: 25 },
  ],
  full: [
    { accessPoints: 16, sweeps: 200, apProcesses: 16, slotCost: { all: 0.03, nearest: 0.03 }, startCost: 20 },
    { accessPoints: 64, sweeps: 50, apProcesses: 64, slotCost: { all: 0.5, nearest: 0.5 }, startCost: 90 },
    { accessPoints: 256, sweeps: 10, apProcesses: 4, slotCost: { all: 7, nearest: 0.7 }, startCost: 30 },
    { accessPoints: 1024, sweeps: 1, apProcesses: 2, slotCost: { all: 800, nearest: 12 }, startCost: 200 },
  ],
};

/** What the size of a network costs its links, its access points and its central processor. */
export const scaling: Experiment<ScalingParameters> = {
  name: 'scaling',
  title: 'What scales',
  summary:
    'Networks of 16 to 1024 access points at one density, users, targets and regions growing along: false alarms and detections, bytes per link and slot, CPU time per receive AP and slot with the emulated air apart, control-plane time per decision, memory. Receivers look for the echoes of all transmit APs or of the four nearest.',
  kind: 'network',
  columns: {
    accessPoints: 'M; K = M users, L = M/4 targets, S = 9M/16 regions, area 0.5 km² · M/16',
    split: 'what travels up',
    echoSet: 'transmit APs whose echoes a receiver looks for',
    clutterSet: 'transmit APs whose clutter a receiver knows',
    apProcesses: 'processes that host the access points',
    slots: 'slots decided',
    warmSlots: 'first slots, left out of times',
    emptyInspections: 'inspections of slots in which no target echoes',
    falseAlarms: 'alarms in emptyInspections',
    falseAlarmRate: 'falseAlarms / emptyInspections',
    falseAlarmLow: 'lower end of its 95 % interval (Wilson)',
    falseAlarmHigh: 'upper end of its 95 % interval (Wilson)',
    targetInspections: 'inspections of cells with a target in them',
    detections: 'alarms in targetInspections',
    detectionProbability: 'mean exact probability of detection, given the signals on air',
    detectionLow: 'lower end of the 95 % interval (Wilson) of the counted detections',
    detectionHigh: 'upper end of it',
    receiveUpBytes: 'bytes up per link and slot of a receive AP: messages, gRPC prefixes, DATA frame headers',
    receiveDownBytes: 'bytes down per link and slot of a receive AP',
    transmitUpBytes: 'bytes up per link and slot of a transmit AP',
    transmitDownBytes: 'bytes down per link and slot of a transmit AP',
    reportPayloadBytes: 'payload of reports per receive AP and slot',
    receiverCpuMs: 'CPU time of the receiver per receive AP and slot, ms, emulated air apart',
    airCpuMs: 'CPU time of the emulated air per receive AP and slot, ms',
    apCpuMs: 'CPU time of all AP processes per AP and slot, ms, air and messages included',
    controlPlaneCpuMs: 'CPU time of scheduler, fusion, store and gateway per decision, ms',
    slotsPerSecond: 'slots decided in a second of wall time',
    apProcessMegabytes: 'memory of the largest AP process, MB',
    megabytesPerAp: 'memory of all AP processes by access points, MB',
    controlPlaneMegabytes: 'memory of the control plane, MB',
  },
  points: (size) =>
    settings[size].flatMap((setting) => (['all', 'nearest 4'] as const).map((echoSet) => point(setting, echoSet))),
  async compute({ parameters, scenario }, context) {
    const { slots, warmSlots, apProcesses } = parameters;
    const run = await runNetwork({ scenario, slots: slots - warmSlots, warmSlots, pace: 'fast', apProcesses }, context);
    return [{ ...parameters, ...performanceOf(run, scenario), ...costOf(run) }];
  },
  verdicts: (rows) => [falseAlarmVerdict(rows)],
  charts: (rows) => scalingCharts(rows, falseAlarmProbability),
};

function point(setting: Setting, echoSet: ScalingParameters['echoSet']): Point<ScalingParameters> {
  const { accessPoints, sweeps, apProcesses, slotCost, startCost } = setting;
  const slots = sweep * sweeps;
  // Half of one sweep at least is measured.
  const warmSlots = Math.min(sweep, slots / 2);
  const parameters = {
    accessPoints,
    split: 'scalar',
    echoSet,
    clutterSet: 'all',
    apProcesses,
    slots,
    warmSlots,
  } as const;
  const weight = startCost + slots * (echoSet === 'all' ? slotCost.all : slotCost.nearest);
  const name = `M ${accessPoints}, ${parameters.split}, echo set ${echoSet}`;
  return { name, parameters, scenario: scalingScenario(parameters), weight };
}

function scalingScenario({ accessPoints, split, echoSet, clutterSet }: ScalingParameters) {
  const growth = accessPoints / 16;
  return stagedScenario(
    'scaling',
    {
      preset: 'baseline',
      network: {
        areaSideMetres: Math.round(1000 * sideOf16 * Math.sqrt(growth)) / 1000,
        accessPoints: { count: accessPoints },
        users: { count: accessPoints },
        sensing: {
          regions: regionsOf16 * growth,
          echoSet: echoSet === 'all' ? 'all' : { nearest: 4 },
          clutterSet,
          falseAlarmProbability,
        },
        fronthaul: { split },
        ...(accessPoints >= manyAccessPoints ? { timing: { frameSlots: 2, slotsInFlight: 2 } } : {}),
      },
      world: { rcsVarianceDbsm: 10 },
    },
    { cells, targets: accessPoints / 4 },
  );
}

/** As many tests as rows share a risk of one in a thousand (Bonferroni). */
function falseAlarmVerdict(rows: readonly Row[]) {
  const limit = 1e-3 / Math.max(1, rows.length);
  const tests = rows.map((row) =>
    binomialTest(Number(row.falseAlarms), Number(row.emptyInspections), falseAlarmProbability),
  );
  const worst = Math.min(1, ...tests);
  return {
    claim: 'P_FA is held at every size and echo set',
    holds: worst >= limit,
    detail: `exact binomial test of ${rows.length} rows against ${falseAlarmProbability}: least p = ${worst.toPrecision(2)} (limit ${limit.toPrecision(2)})`,
  };
}
