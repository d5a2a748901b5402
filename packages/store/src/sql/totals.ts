import { UnknownRunError } from '../errors.ts';
import type { CalibrationTotals, RunTotals } from '../records.ts';
import type { StoreContext } from './context.ts';
import { isStorable } from './integers.ts';

/** Since the run began; pruning does not change them. */
export async function readTotals(context: StoreContext, run: number): Promise<RunTotals> {
  const row = await totalsRow(context, run);
  return {
    slots: row.slots,
    decisions: row.decisions,
    targetPresent: row.target_present,
    targetAbsent: row.target_absent,
    unobserved: row.unobserved,
    reportsExpected: row.reports_expected,
    reportsUsed: row.reports_used,
    reportsLate: row.reports_late,
    reportsMissing: row.reports_missing,
    stalledSlots: row.stalled_slots,
  };
}

export async function readCalibration(context: StoreContext, run: number): Promise<CalibrationTotals> {
  const row = await totalsRow(context, run);
  return {
    evaluated: row.evaluated,
    alarms: row.alarms,
    expectedAlarms: row.expected_alarms,
    variance: row.variance,
    withTarget: {
      evaluated: row.target_evaluated,
      alarms: row.target_alarms,
      expectedAlarms: row.target_expected_alarms,
    },
  };
}

async function totalsRow({ db }: StoreContext, run: number) {
  if (!isStorable(run)) throw new UnknownRunError(run);
  const row = await db.selectFrom('vedetta.run_totals').selectAll().where('run', '=', run).executeTakeFirst();
  if (row === undefined) throw new UnknownRunError(run);
  return row;
}
