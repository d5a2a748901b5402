import type { Row, Verdict } from '../machinery/experiment.ts';
import { binomialTest } from '../statistics.ts';

/** A verdict is wrong once in a thousand results when the claim is true. */
const significance = 1e-3;
/** Two-sided normal quantile of `significance`. */
const zLimit = 3.290526731;

export function lossVerdicts(rows: readonly Row[], falseAlarmProbability: number): Verdict[] {
  return [
    ...(['lost', 'late'] as const).map((cause) => falseAlarmVerdict(rows, cause, falseAlarmProbability)),
    exactVerdict(rows),
  ];
}

/** Empty inspections alarm independently with exactly P_FA, so the counts are binomial: each point's, and their sum. */
function falseAlarmVerdict(rows: readonly Row[], cause: string, falseAlarmProbability: number): Verdict {
  const own = rows.filter((row) => row.cause === cause);
  const alarms = sum(own, 'falseAlarms');
  const inspections = sum(own, 'emptyInspections');
  const pooled = binomialTest(alarms, inspections, falseAlarmProbability);
  const tests = own.map((row) =>
    binomialTest(Number(row.falseAlarms), Number(row.emptyInspections), falseAlarmProbability),
  );
  const worst = Math.min(1, ...tests);
  // Half of the risk for the sum, half shared by the points (Bonferroni).
  const limits = { pooled: significance / 2, point: significance / 2 / Math.max(1, own.length) };
  return {
    claim: `P_FA stays at its design value when reports are ${cause}`,
    holds: pooled >= limits.pooled && worst >= limits.point,
    detail:
      `${alarms} alarms in ${inspections} observed empty inspections, ${fixed(alarms / inspections)} for ${falseAlarmProbability}; ` +
      `exact binomial test: p = ${fixed(pooled)} for all together (limit ${limits.pooled}), least of ${own.length} points ${fixed(worst)} (limit ${fixed(limits.point)})`,
  };
}

/** Alarms are independent given signals and reports used, so Σ(alarm − p) has variance Σ p(1 − p). */
function exactVerdict(rows: readonly Row[]): Verdict {
  const detections = sum(rows, 'detections');
  const expected = sum(rows, 'expectedDetections');
  const sigma = Math.sqrt(sum(rows, 'detectionVariance'));
  const deviation = sigma > 0 ? (detections - expected) / sigma : 0;
  return {
    claim: 'detections agree with the exact law for the reports that came',
    holds: Math.abs(deviation) <= zLimit,
    detail: `${detections} of ${sum(rows, 'targetInspections')} detected, ${expected.toFixed(1)} expected: ${deviation.toFixed(2)} σ (limit ${zLimit.toFixed(2)}, two-sided 10⁻³)`,
  };
}

const sum = (rows: readonly Row[], column: string) => rows.reduce((total, row) => total + Number(row[column]), 0);
const fixed = (value: number) => (value >= 0.001 ? value.toFixed(4) : value.toExponential(1));
