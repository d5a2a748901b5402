import { summariseDurations } from '@vedetta/fronthaul';
import { countedColumns, countedRow, heldVerdict } from '../counted.ts';
import type { Experiment, Point, Row, Size } from '../machinery/experiment.ts';
import { countOutcomes } from '../network/outcomes.ts';
import { type NetworkRun, runNetwork } from '../network/run-network.ts';
import { stagedScenario } from '../scan-stage.ts';
import { saturationCharts } from './charts.ts';

export type SaturationParameters = {
  readonly split: 'scalar' | 'sufficient' | 'raw, 9 bits' | 'raw, float64';
  /** Of every receive AP's uplink. */
  readonly rateMbps: number;
  readonly slots: number;
};

const falseAlarmProbability = 0.01;
const fusionWindowMs = 100;
const slotPeriodMs = 50;
const splits = ['scalar', 'sufficient', 'raw, 9 bits', 'raw, float64'] as const;
/** Emulated seconds per second: what the machine takes is then small beside the window. */
const pace = 0.5;
const grid = [0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.125, 0.25, 0.5, 1, 2, 4];
/** Around the rate at which a report of that split takes half of the window. */
const around: Readonly<Record<SaturationParameters['split'], readonly number[]>> = {
  scalar: [0.002, 0.004, 0.008, 0.016, 0.064],
  sufficient: [0.032, 0.064, 0.125, 0.25, 1],
  'raw, 9 bits': [0.032, 0.064, 0.125, 0.25, 1],
  'raw, float64': [0.125, 0.25, 0.5, 1, 4],
};
const extents: Readonly<
  Record<Size, { rates: (split: SaturationParameters['split']) => readonly number[]; slots: number }>
> = { quick: { rates: (split) => around[split], slots: 64 }, full: { rates: () => grid, slots: 640 } };

/** How slow a link may be before its reports miss the deadline. */
export const saturation: Experiment<SaturationParameters> = {
  name: 'saturation',
  title: 'Where links saturate',
  summary:
    'The rate of the receive access points’ uplinks is swept downwards while the fusion window stays at 100 ms, for every split. A report in time needs its bytes to pass within the window and the link to carry one in every slot; below that rate access points withhold what would wait, and detection falls with the share that comes. False alarms do not rise: the threshold is that of the reports that came.',
  kind: 'network',
  columns: {
    split: 'what travels up, in which format',
    rateMbps: 'rate of a receive AP’s uplink, Mbit/s (emulated)',
    slots: 'slots decided',
    bytesPerReport:
      'bytes of a report on the wire: payload, gRPC prefix, DATA frame header; told where every report came in time',
    reportsExpected: 'reports that the decisions waited for',
    inTimeShare: 'share of them that came in time',
    lateShare: 'share that came late',
    withheldShare: 'share that the access points did not send, because too much was on its way',
    latencyP50Ms: 'median time from command to report of those in time, emulated ms',
    latencyP95Ms: '95 % of them were faster, emulated ms',
    latencyP99Ms: '99 % of them were faster, emulated ms',
    detectionProbability: 'mean exact probability of detection given the reports used, 0 where unobserved',
    ...countedColumns,
  },
  points(size) {
    const { rates, slots } = extents[size];
    return splits.flatMap((split) => rates(split).map((rateMbps) => point({ split, rateMbps, slots })));
  },
  async compute({ parameters, scenario }, context) {
    const run = await runNetwork({ scenario, slots: parameters.slots, pace, apProcesses: 2 }, context);
    const outcomes = countOutcomes(run, scenario);
    const { p50Ms, p95Ms, p99Ms } = summariseDurations(run.reports.latency);
    const { reportsExpected, reportsUsed, reportsLate, expectedDetections, targetInspections } = outcomes;
    const { bytes, withheld } = sent(run);
    return [
      {
        ...parameters,
        // What a link cuts off or withholds blurs the bytes of a message.
        bytesPerReport: reportsUsed === reportsExpected ? bytes : null,
        reportsExpected,
        inTimeShare: reportsUsed / reportsExpected,
        lateShare: reportsLate / reportsExpected,
        withheldShare: withheld / reportsExpected,
        latencyP50Ms: p50Ms,
        latencyP95Ms: p95Ms,
        latencyP99Ms: p99Ms,
        detectionProbability: targetInspections > 0 ? expectedDetections / targetInspections : null,
        ...countedRow(outcomes),
      },
    ];
  },
  verdicts: (rows) => [
    heldVerdict('P_FA stays at its design value however slow the links', rows, falseAlarmProbability),
    carriedVerdict(rows),
  ],
  charts: (rows) => saturationCharts(rows, falseAlarmProbability),
};

function point(parameters: SaturationParameters): Point<SaturationParameters> {
  const { split, rateMbps } = parameters;
  const fronthaul = {
    split: split.startsWith('raw') ? 'raw' : split,
    sampleFormat: split === 'raw, 9 bits' ? { mantissaBits: 9 } : 'float64',
    links: [{ role: 'receive', up: { rateMbps, delayMs: 1 } }],
  };
  const scenario = stagedScenario(
    'saturation',
    {
      preset: 'baseline',
      network: {
        areaSideMetres: 471.4,
        accessPoints: { count: 16 },
        sensing: { regions: 4, receivePerRegion: 2, falseAlarmProbability },
        timing: { fusionWindowMs, slotPeriodMs },
        fronthaul,
      },
      world: { rcsVarianceDbsm: 0 },
    },
    { cells: [4, 4, 2], targets: 16 },
  );
  return { name: `${split}, ${rateMbps} Mbit/s`, parameters, scenario };
}

/** Bytes of one report on the wire, and how many were withheld. */
function sent({ deployment, links }: NetworkRun): { bytes: number | null; withheld: number } {
  const receivers = links.final.filter(({ accessPoint }) => deployment.receiveAccessPoints.includes(accessPoint));
  const sum = (of: (link: (typeof receivers)[number]) => number) =>
    receivers.reduce((total, link) => total + of(link), 0);
  // A hello, and notes of what was withheld, are messages too: their payload is not a report's.
  const reports = sum(({ up }) => up.report);
  const messages = sum(({ up }) => up.messages);
  const share =
    reports /
    Math.max(
      1,
      sum(({ up }) => up.report + up.control),
    );
  const framing = sum(({ up }) => up.grpcPrefixes + up.dataFrames);
  return {
    bytes: messages > 0 ? (reports + share * framing) / messages : null,
    withheld: sum(({ reportsWithheld }) => reportsWithheld),
  };
}

/** A link that carries three times the load has nothing to queue: what misses the window then is the machine's doing, not the link's. */
function carriedVerdict(rows: readonly Row[]) {
  const easy = rows.filter((row) => Number(row.rateMbps) > 3 * loadMbps(rows, String(row.split)));
  const worst = Math.min(1, ...easy.map((row) => Number(row.inTimeShare)));
  return {
    claim: 'links that carry three times their load deliver every report in time',
    holds: easy.length > 0 && worst > 0.99,
    detail: `least share in time ${worst.toFixed(4)} of ${easy.length} networks (limit 0.99); ${splits.map((split) => breaking(rows, split)).join('; ')}`,
  };
}

/** Of a report a slot; infinite while no link of that split has delivered every report. */
function loadMbps(rows: readonly Row[], split: string): number {
  const bytes = rows.find((row) => row.split === split && row.bytesPerReport !== null)?.bytesPerReport;
  return bytes === undefined ? Infinity : (8 * Number(bytes)) / (1000 * slotPeriodMs);
}

/** Between which rates a split breaks. */
function breaking(rows: readonly Row[], split: string): string {
  const own = rows.filter((row) => row.split === split);
  const rates = (wanted: (share: number) => boolean) =>
    own.filter((row) => wanted(Number(row.inTimeShare))).map((row) => Number(row.rateMbps));
  const whole = Math.min(...rates((share) => share > 0.99));
  const broken = Math.max(...rates((share) => share < 0.5));
  return `${split}: ${Number.isFinite(whole) ? `whole from ${whole} Mbit/s` : 'never whole'}${Number.isFinite(broken) ? `, less than half at ${broken}` : ''}`;
}
