import type { Row, Verdict } from './machinery/experiment.ts';
import type { Outcomes } from './network/outcomes.ts';
import { binomialTest, wilsonInterval } from './statistics.ts';

/** A verdict is wrong once in a thousand results when the claim is true. */
const significance = 1e-3;

/** Columns that every experiment on detection shows, with what they mean. */
export const countedColumns = {
  emptyInspections: 'observed inspections of slots in which no target echoes',
  falseAlarms: 'alarms in emptyInspections',
  falseAlarmRate: 'falseAlarms / emptyInspections',
  falseAlarmLow: 'lower end of its 95 % interval (Wilson)',
  falseAlarmHigh: 'upper end of its 95 % interval (Wilson)',
  targetInspections: 'inspections of cells with a target in them, unobserved ones included',
  detections: 'alarms in targetInspections',
  detectionRate: 'detections / targetInspections',
  detectionLow: 'lower end of its 95 % interval (Wilson)',
  detectionHigh: 'upper end of its 95 % interval (Wilson)',
} as const;

/** What was counted, with rates and their intervals. */
export function countedRow(sums: Outcomes): Row {
  const { emptyInspections, falseAlarms, targetInspections, detections } = sums;
  const [falseAlarmLow, falseAlarmHigh] = wilsonInterval(falseAlarms, emptyInspections);
  const [detectionLow, detectionHigh] = wilsonInterval(detections, targetInspections);
  return {
    emptyInspections,
    falseAlarms,
    falseAlarmRate: emptyInspections > 0 ? falseAlarms / emptyInspections : null,
    falseAlarmLow,
    falseAlarmHigh,
    targetInspections,
    detections,
    detectionRate: targetInspections > 0 ? detections / targetInspections : null,
    detectionLow,
    detectionHigh,
  };
}

/** Empty inspections alarm independently with exactly P_FA: exact binomial tests of each row, which share the risk (Bonferroni). */
export function heldVerdict(claim: string, rows: readonly Row[], falseAlarmProbability: number): Verdict {
  const tests = rows.map((row) =>
    binomialTest(Number(row.falseAlarms), Number(row.emptyInspections), falseAlarmProbability),
  );
  const worst = Math.min(1, ...tests);
  const limit = significance / Math.max(1, rows.length);
  const alarms = rows.reduce((total, row) => total + Number(row.falseAlarms), 0);
  const inspections = rows.reduce((total, row) => total + Number(row.emptyInspections), 0);
  return {
    claim,
    holds: worst >= limit,
    detail: `${alarms} alarms in ${inspections} observed empty inspections, for ${falseAlarmProbability}; exact binomial test: least p of ${rows.length} rows ${worst.toPrecision(2)} (limit ${limit.toPrecision(2)})`,
  };
}
