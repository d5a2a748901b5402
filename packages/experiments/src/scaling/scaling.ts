import { deriveSeed } from '../machinery/derive-seed.ts';
import type { Experiment, Point, Size } from '../machinery/experiment.ts';
import { requireEveryReport } from '../network/every-report.ts';
import { countOutcomes, type Outcomes } from '../network/outcomes.ts';
import { runNetwork } from '../network/run-network.ts';
import { stagedScenario } from '../scan-stage.ts';
import { scalingCharts } from './charts.ts';
import { costOf, meanCost, performanceOf } from './measures.ts';
import { type ReceiverKind, receiverKind, receiverKinds } from './receivers.ts';
import { scalingVerdicts } from './verdicts.ts';

export type ScalingParameters = {
  /** M. */
  readonly accessPoints: number;
  /** Of `receiverKinds`. */
  readonly receivers: string;
  readonly split: 'scalar' | 'sufficient' | 'raw';
  readonly apProcesses: number;
  /** Of each network. */
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
  /** Of all cells; with half of one, half of the cells. */
  readonly sweeps: number;
  /** Networks, each with places of its own; what is shown is their mean. */
  readonly layouts: number;
  readonly apProcesses: number;
  /** Relative cost of a slot and of the start, for the estimate of what is left. */
  readonly slotCost: number;
  readonly startCost: number;
}

/** Fewer slots where a slot has more inspections. AP processes host many APs above 64. */
const settings: Readonly<Record<Size, readonly Setting[]>> = {
  quick: [
    { accessPoints: 16, sweeps: 4, layouts: 4, apProcesses: 2, slotCost: 0.05, startCost: 4 },
    { accessPoints: 64, sweeps: 2, layouts: 2, apProcesses: 2, slotCost: 0.3, startCost: 6 },
    { accessPoints: 256, sweeps: 1, layouts: 1, apProcesses: 2, slotCost: 4, startCost: 25 },
  ],
  full: [
    { accessPoints: 16, sweeps: 4, layouts: 4, apProcesses: 2, slotCost: 0.05, startCost: 4 },
    { accessPoints: 64, sweeps: 1, layouts: 4, apProcesses: 2, slotCost: 0.4, startCost: 6 },
    { accessPoints: 256, sweeps: 1, layouts: 1, apProcesses: 2, slotCost: 4, startCost: 25 },
    { accessPoints: 1024, sweeps: 0.5, layouts: 1, apProcesses: 2, slotCost: 30, startCost: 120 },
  ],
};

/** What the size of a network costs its links, its access points and its central processor. */
export const scaling: Experiment<ScalingParameters> = {
  name: 'scaling',
  title: 'What scales',
  summary:
    'Networks of 16 to 1024 access points at one density, users, targets and regions growing along: false alarms and detections, bytes per link and slot, CPU time per receive AP and slot with the emulated air apart, control-plane time per decision, memory. Receivers look for the echoes of all transmit APs or of the four nearest, know the clutter of all or of some, and are told the signals they need over their links.',
  kind: 'network',
  columns: {
    accessPoints: 'M; K = M users, L = M/4 targets, S = 9M/16 regions, area 0.5 km² · M/16',
    receivers:
      'echo set (all transmit APs or the nearest 4), then what is known of the clutter, then the split when it is not scalar',
    split: 'what travels up',
    apProcesses: 'processes that host the access points',
    layouts: 'networks, each with places of its own; costs are their means, counts their sums',
    slots: 'slots decided by each',
    warmSlots: 'first slots of each, left out of times',
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
    receiverOperations:
      'complex multiply-adds of the receiver per receive AP and slot, counted from sizes; what APs of a process share counts once',
    receiverCpuMs: 'CPU time of the receiver per receive AP and slot, ms, emulated air and calibrations apart',
    calibrationCpuMs:
      'CPU time of the calibration of one cell, made once by a receiver with a long-term rest and kept, ms',
    airCpuMs: 'CPU time of the emulated air per receive AP and slot, ms',
    apCpuMs: 'CPU time of all AP processes per AP and slot, ms, air and messages included',
    controlPlaneCpuMs: 'CPU time of scheduler, fusion, store and gateway per decision, ms',
    slotsPerSecond: 'slots decided in a second of wall time',
    apProcessMegabytes: 'memory of the largest AP process, MB',
    megabytesPerAp: 'memory of all AP processes by access points, MB',
    controlPlaneMegabytes: 'memory of the control plane, MB',
  },
  points: (size) =>
    settings[size].flatMap((setting) =>
      receiverKinds.filter(({ most }) => setting.accessPoints <= most).map((kind) => point(setting, kind)),
    ),
  async compute({ name, parameters }, context) {
    const { slots, warmSlots, apProcesses } = parameters;
    const scenario = scalingScenario(parameters, context.unit + 1);
    const seed = deriveSeed(context.seed, name, context.unit);
    const request = { scenario, slots: slots - warmSlots, warmSlots, pace: 'fast', apProcesses } as const;
    const run = await runNetwork(request, { ...context, seed });
    requireEveryReport(run);
    return [countOutcomes(run, scenario), costOf(run)];
  },
  aggregate: ({ parameters }, units) => {
    const outcomes = units.map(([counted]) => counted as Outcomes);
    const costs = units.map(([, cost]) => cost);
    return [{ ...parameters, layouts: units.length, ...performanceOf(outcomes), ...meanCost(costs) }];
  },
  verdicts: (rows) => scalingVerdicts(rows, falseAlarmProbability),
  charts: (rows) => scalingCharts(rows, falseAlarmProbability),
};

function point(setting: Setting, { name, split }: ReceiverKind): Point<ScalingParameters> {
  const { accessPoints, sweeps, layouts, apProcesses, slotCost, startCost } = setting;
  const slots = sweep * sweeps;
  // Half of one sweep at least is measured.
  const warmSlots = Math.min(sweep, slots / 2);
  const parameters = { accessPoints, receivers: name, split, apProcesses, slots, warmSlots };
  const weight = startCost + slots * slotCost;
  return {
    name: `M ${accessPoints}, ${name}`,
    parameters,
    scenario: scalingScenario(parameters, 1),
    units: layouts,
    weight,
  };
}

function scalingScenario({ accessPoints, receivers }: ScalingParameters, layoutSeed: number) {
  const { echoSet, clutterSet, split } = receiverKind(receivers);
  const growth = accessPoints / 16;
  return stagedScenario(
    'scaling',
    {
      preset: 'baseline',
      network: {
        layoutSeed,
        areaSideMetres: Math.round(1000 * sideOf16 * Math.sqrt(growth)) / 1000,
        accessPoints: { count: accessPoints },
        users: { count: accessPoints },
        sensing: {
          regions: regionsOf16 * growth,
          echoSet,
          clutterSet,
          falseAlarmProbability,
        },
        fronthaul: { split, references: 'explicit' },
        ...(accessPoints >= manyAccessPoints ? { timing: { frameSlots: 2, slotsInFlight: 2 } } : {}),
      },
      world: { rcsVarianceDbsm: 10 },
    },
    { cells, targets: accessPoints / 4 },
  );
}
