import { sql } from 'kysely';
import type { InspectionEvaluation } from '../records.ts';
import type { StoreContext } from './context.ts';
import { exactNumber } from './exact-json.ts';

/**
 * Lays truth beside stored decisions and keeps the calibration of the run up to date. An inspection counts once,
 * however often it is evaluated, and only if its decision is (still) stored; unobserved ones are kept but not counted.
 */
export async function recordEvaluations(
  { db }: StoreContext,
  run: number,
  evaluations: readonly InspectionEvaluation[],
): Promise<void> {
  if (evaluations.length === 0) return;
  const rows = evaluations.map(
    ({ slot, inspection, alarmProbability, targetInCell }) =>
      `{"slot":${slot},"inspection":${inspection},"p":${exactNumber(alarmProbability)},"t":${targetInCell}}`,
  );
  await sql`
    WITH recorded AS (
      INSERT INTO vedetta.evaluation (run, slot, inspection, alarm_probability, target_in_cell)
      SELECT d.run, d.slot, d.inspection, e.p, e.t
      FROM json_to_recordset(${`[${rows.join(',')}]`}::text::json)
        AS e(slot integer, inspection integer, p double precision, t boolean)
      JOIN vedetta.decision d ON d.run = ${run}::integer AND d.slot = e.slot AND d.inspection = e.inspection
      ON CONFLICT (run, slot, inspection) DO NOTHING
      RETURNING slot, inspection, alarm_probability AS p, target_in_cell AS t),
    sums AS (
      SELECT count(*)::double precision AS evaluated,
        (count(*) FILTER (WHERE alarm))::double precision AS alarms,
        coalesce(sum(p), 0) AS expected_alarms,
        coalesce(sum(p * (1 - p)), 0) AS variance,
        (count(*) FILTER (WHERE t))::double precision AS target_evaluated,
        (count(*) FILTER (WHERE t AND alarm))::double precision AS target_alarms,
        coalesce(sum(p) FILTER (WHERE t), 0) AS target_expected_alarms
      FROM (
        SELECT recorded.p, recorded.t, d.outcome = 'targetPresent' AS alarm
        FROM recorded
        JOIN vedetta.decision d
          ON d.run = ${run}::integer AND d.slot = recorded.slot AND d.inspection = recorded.inspection
        WHERE d.outcome <> 'unobserved'
        ORDER BY d.slot, d.inspection) AS observed)
    UPDATE vedetta.run_totals t SET
      evaluated = t.evaluated + sums.evaluated,
      alarms = t.alarms + sums.alarms,
      expected_alarms = t.expected_alarms + sums.expected_alarms,
      variance = t.variance + sums.variance,
      target_evaluated = t.target_evaluated + sums.target_evaluated,
      target_alarms = t.target_alarms + sums.target_alarms,
      target_expected_alarms = t.target_expected_alarms + sums.target_expected_alarms
    FROM sums WHERE t.run = ${run}::integer`.execute(db);
}

/** −1 when nothing was evaluated (or all of it is pruned). */
export async function lastEvaluatedSlot({ db }: StoreContext, run: number): Promise<number> {
  const last = await db
    .selectFrom('vedetta.evaluation')
    .select('slot')
    .where('run', '=', run)
    .orderBy('slot', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.slot ?? -1;
}
