import { type FalseAlarmClaim, falseAlarmClaim } from '@vedetta/detection';
import type { LocalNetwork } from '@vedetta/local-network';
import type { SensingConfig } from '@vedetta/scenario';
import type { CalibrationTotals, Run, RunTotals } from '@vedetta/store';

/** What a finished (or interrupted) run amounts to; the JSON form of the closing table. */
export interface RunSummary {
  readonly run: Run;
  readonly phase: SensingConfig['phase'];
  readonly detector: SensingConfig['detector'];
  /** What the network's clutter set lets one say about P_FA. */
  readonly falseAlarmClaim: FalseAlarmClaim;
  /** The claim holds beside the echoes of the targets that are followed as well: `joint-glrt` without angle errors. */
  readonly besideFollowed: boolean;
  readonly totals: RunTotals;
  readonly calibration: CalibrationTotals & {
    /** Σ(alarm − p) / √Σ p(1 − p); null when nothing was evaluated. */
    readonly deviationSigma: number | null;
  };
}

export async function summarise(network: LocalNetwork, id: number): Promise<RunSummary> {
  const run = (await network.store.run(id)) ?? network.run;
  const totals = await network.store.totals(id);
  const calibration = await network.store.calibration(id);
  const { alarms, expectedAlarms, variance } = calibration;
  const deviationSigma = variance > 0 ? (alarms - expectedAlarms) / Math.sqrt(variance) : null;
  const { sensing } = network.deployment.network;
  return {
    run,
    phase: sensing.phase,
    detector: sensing.detector,
    falseAlarmClaim: falseAlarmClaim(sensing),
    besideFollowed: sensing.detector === 'joint-glrt' && sensing.angleErrorDeg === 0,
    totals,
    calibration: { ...calibration, deviationSigma },
  };
}

export function summaryText(summary: RunSummary): string {
  const { run, falseAlarmClaim: claim, totals } = summary;
  const rows: [string, string][] = [
    ['slots', `${totals.slots}${totals.stalledSlots > 0 ? ` (${totals.stalledSlots} stalled)` : ''}`],
    [
      'decisions',
      `${totals.decisions}: ${totals.targetPresent} target present, ${totals.targetAbsent} absent, ${totals.unobserved} unobserved`,
    ],
    [
      'reports',
      `${totals.reportsUsed} of ${totals.reportsExpected} used, ${totals.reportsLate} late, ${totals.reportsMissing} missing`,
    ],
    ...calibrationRows(summary),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const state = run.status === 'running' ? 'interrupted, to be resumed' : run.status;
  const kept = claim === 'none' ? ' in name only: this receiver keeps none' : '';
  const head = `run ${run.id} ${state} (seed ${run.seed}, P_FA ${run.falseAlarmProbability}${kept})`;
  return `${[head, ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`)].join('\n')}\n`;
}

function calibrationRows({
  run,
  phase,
  falseAlarmClaim: claim,
  besideFollowed,
  calibration,
}: RunSummary): [string, string][] {
  const { evaluated, alarms, expectedAlarms, variance, withTarget, deviationSigma } = calibration;
  if (evaluated === 0) return [['alarm rate', 'no inspection was laid beside the truth']];
  const empty = {
    evaluated: evaluated - withTarget.evaluated,
    alarms: alarms - withTarget.alarms,
    expectedAlarms: expectedAlarms - withTarget.expectedAlarms,
  };
  const sigma = Math.sqrt(variance);
  return [
    [
      'alarm rate',
      `${rates({ evaluated, alarms, expectedAlarms })}, ${deviationSigma === null ? 'certain' : `${signed(deviationSigma)} σ`} (σ = ${sigma.toFixed(1)} alarms)`,
    ],
    [places[phase].target, rates(withTarget)],
    [
      places[phase].empty,
      `${rates(empty)}  (echoes of targets elsewhere included; ${withoutEchoes[claim](run.falseAlarmProbability)}${besideFollowed ? ' but those followed' : ''})`,
    ],
  ];
}

const places: Record<RunSummary['phase'], { readonly target: string; readonly empty: string }> = {
  detection: { target: '  target in cell', empty: '  empty cell' },
  tracking: { target: '  target there', empty: '  nothing there' },
};

const withoutEchoes: Record<FalseAlarmClaim, (falseAlarmProbability: number) => string> = {
  everyRealisation: (p) => `${p} without any`,
  longRun: (p) => `${p} without any, on the long-run average`,
  none: () => 'nothing is claimed without any',
};

function rates({
  evaluated,
  alarms,
  expectedAlarms,
}: {
  evaluated: number;
  alarms: number;
  expectedAlarms: number;
}): string {
  if (evaluated === 0) return 'none inspected';
  return `${(alarms / evaluated).toFixed(4)} seen, ${(expectedAlarms / evaluated).toFixed(4)} exact (${alarms} of ${evaluated})`;
}

const signed = (value: number) => `${value >= 0 ? '+' : '−'}${Math.abs(value).toFixed(2)}`;
