import { deriveSeed } from '../machinery/derive-seed.ts';
import type { Experiment, Point, Row, Size } from '../machinery/experiment.ts';
import { addOutcomes, countOutcomes, type Outcomes } from '../network/outcomes.ts';
import { runNetwork } from '../network/run-network.ts';
import { stagedScenario } from '../scan-stage.ts';
import { wilsonInterval } from '../statistics.ts';
import { lossCharts } from './charts.ts';
import { nestedPlaces } from './places.ts';
import { lossVerdicts } from './verdicts.ts';

export type LossParameters = {
  readonly cause: 'lost' | 'late';
  readonly receivePerRegion: number;
  readonly lossProbability: number;
  readonly jitterMs: number;
  readonly slots: number;
};

const falseAlarmProbability = 0.01;
const area = { sideMetres: 471.4, regions: 4 };
const transmitAccessPoints = 12;
const cells = [4, 4, 2] as const;
/** One target for each target cell: every other slot has exactly one on air. */
const targets = 16;
/**
 * Late reports need a clock. Half an emulated second a second makes the window 200 ms of wall time, long beside what the machine itself
 * takes: what is late is late by its jitter.
 */
const latePace = 0.5;
const fusionWindowMs = 100;

interface Extent {
  /** Slots of each network, where reports are lost and where they are late. */
  readonly slots: Readonly<Record<LossParameters['cause'], number>>;
  /** Networks, each with places of its own. */
  readonly layouts: number;
  readonly loss: readonly number[];
  readonly jitterMs: readonly number[];
}

const extents: Readonly<Record<Size, Extent>> = {
  quick: { slots: { lost: 256, late: 128 }, layouts: 1, loss: [0, 0.25, 0.5], jitterMs: [150] },
  full: {
    slots: { lost: 3_200, late: 640 },
    layouts: 4,
    loss: [0, 0.1, 0.2, 0.3, 0.5, 0.7],
    jitterMs: [0, 110, 130, 160, 240],
  },
};

/** What lost and late reports cost, and that they cost no false alarms. */
export const loss: Experiment<LossParameters> = {
  name: 'loss',
  title: 'Lost and late reports',
  summary:
    'Reports are lost by named draws at pace fast, or delayed beyond the fusion window by links with jitter, for one to four receive APs a region. Detection probability falls with the share of reports that is not used, less so with more receive APs; the false-alarm probability stays where it was set, because the threshold is that of the reports that came.',
  kind: 'network',
  columns: {
    cause:
      'why reports are not used: lost by a named draw (pace fast), or late for the fusion window (pace 0.5, links with jitter)',
    receivePerRegion: 'M_rx, receive APs that listen to a region',
    lossProbability: 'share of the reports lost on purpose',
    jitterMs: 'longest delay that the emulated link adds upwards, emulated ms; the window is 100 ms long',
    slots: 'slots decided, over all layouts',
    stalledSlots: 'slots that a watchdog closed',
    reportsExpected: 'reports that the decisions waited for',
    reportsUsed: 'reports that came in time',
    reportsLate: 'reports that came after the window and before the frame was stored',
    unusedShare: '1 − reportsUsed / reportsExpected',
    emptyInspections: 'observed inspections of slots in which no target echoes',
    emptyUnobserved: 'inspections of such slots without any report',
    falseAlarms: 'alarms in emptyInspections',
    falseAlarmRate: 'falseAlarms / emptyInspections',
    falseAlarmLow: 'lower end of its 95 % interval (Wilson)',
    falseAlarmHigh: 'upper end of its 95 % interval (Wilson)',
    targetInspections: 'inspections of cells with a target in them, unobserved ones included',
    targetUnobserved: 'those without any report',
    detections: 'alarms in targetInspections',
    detectionRate: 'detections / targetInspections',
    detectionLow: 'lower end of its 95 % interval (Wilson)',
    detectionHigh: 'upper end of its 95 % interval (Wilson)',
    detectionProbability: 'mean exact probability of detection given signals and reports used, 0 where unobserved',
    expectedDetections: 'Σ p of the exact probabilities',
    detectionVariance: 'Σ p (1 − p) of the exact probabilities',
  },
  points(size) {
    const { slots, layouts, loss: probabilities, jitterMs } = extents[size];
    return [1, 2, 3, 4].flatMap((receivePerRegion) => [
      ...probabilities.map((lossProbability) =>
        point({ cause: 'lost', receivePerRegion, lossProbability, jitterMs: 0, slots: slots.lost }, layouts),
      ),
      ...jitterMs.map((jitter) =>
        point({ cause: 'late', receivePerRegion, lossProbability: 0, jitterMs: jitter, slots: slots.late }, layouts),
      ),
    ]);
  },
  async compute({ name, parameters }, context) {
    const { cause, slots } = parameters;
    const scenario = lossScenario(parameters, context.unit + 1);
    // The verdicts add false alarms up over points.
    const seed = deriveSeed(context.seed, name, context.unit);
    const pace = cause === 'late' ? latePace : 'fast';
    const run = await runNetwork({ scenario, slots, pace, apProcesses: 2 }, { ...context, seed });
    return [countOutcomes(run, scenario)];
  },
  aggregate: ({ parameters }, units) => [rowOf(parameters, addOutcomes(units.flat() as Outcomes[]))],
  verdicts: (rows) => lossVerdicts(rows, falseAlarmProbability),
  charts: (rows) => lossCharts(rows, falseAlarmProbability),
};

function point(parameters: LossParameters, layouts: number): Point<LossParameters> {
  const { cause, receivePerRegion, lossProbability, jitterMs } = parameters;
  const how = cause === 'lost' ? `loss ${lossProbability}` : `jitter ${jitterMs} ms`;
  const scenario = lossScenario(parameters, 1);
  return { name: `M_rx ${receivePerRegion}, ${how}`, parameters, scenario, units: layouts };
}

function lossScenario({ receivePerRegion, lossProbability, jitterMs }: LossParameters, layoutSeed: number) {
  return stagedScenario(
    'loss',
    {
      preset: 'baseline',
      network: {
        areaSideMetres: area.sideMetres,
        layoutSeed,
        accessPoints: {
          positionsMetres: nestedPlaces(layoutSeed, area, { transmit: transmitAccessPoints, receivePerRegion }),
        },
        sensing: { regions: area.regions, receivePerRegion, falseAlarmProbability },
        timing: { fusionWindowMs },
        fronthaul: { link: { up: { lossProbability, jitterMs } } },
      },
      world: { rcsVarianceDbsm: 0 },
    },
    { cells, targets },
  );
}

function rowOf(parameters: LossParameters, sums: Outcomes): Row {
  const { emptyInspections, falseAlarms, targetInspections, detections, reportsUsed, reportsExpected } = sums;
  const [falseAlarmLow, falseAlarmHigh] = wilsonInterval(falseAlarms, emptyInspections);
  const [detectionLow, detectionHigh] = wilsonInterval(detections, targetInspections);
  return {
    ...parameters,
    ...sums,
    unusedShare: 1 - reportsUsed / reportsExpected,
    falseAlarmRate: emptyInspections > 0 ? falseAlarms / emptyInspections : null,
    falseAlarmLow,
    falseAlarmHigh,
    detectionRate: detections / targetInspections,
    detectionLow,
    detectionHigh,
    detectionProbability: sums.expectedDetections / targetInspections,
  };
}
