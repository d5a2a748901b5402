import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import type { DecisionFilter, Page, StoredDecision } from '../records.ts';
import type { StoreContext } from './context.ts';
import { isStorable, toStorable } from './integers.ts';
import { fromDecisionRow } from './stored-decision.ts';
import type { Tables } from './tables.ts';
import { committedSince, committedUntil } from './time-bounds.ts';

/** Pages by key (run, slot, inspection), so a page costs the same wherever it lies. */
export async function listDecisions(context: StoreContext, filter: DecisionFilter): Promise<Page<StoredDecision>> {
  const { db } = context;
  const order = filter.order ?? 'newest';
  const list = `decisions:${order}`;
  const direction = order === 'newest' ? 'desc' : 'asc';
  const conditions = filterConditions(filter);
  if (filter.cursor !== undefined) {
    conditions.push(keyCompare(order === 'newest' ? '<' : '>', decodeCursor(list, filter.cursor, 3)));
  }
  for (const bound of [await committedSince(db, filter.since), await committedUntil(db, filter.until)]) {
    if (bound === 'none') return { items: [], nextCursor: null };
    if (bound !== null) conditions.push(keyCompare(bound.compare, bound.key));
  }
  const rows = await db
    .selectFrom('vedetta.decision')
    .selectAll()
    .where((builder) => builder.and(conditions.map((condition) => condition(builder))))
    .orderBy('run', direction)
    .orderBy('slot', direction)
    .orderBy('inspection', direction)
    .limit(filter.limit + 1)
    .execute();
  const more = rows.length > filter.limit;
  if (more) rows.pop();
  const last = rows.at(-1);
  const period = await context.slotPeriodMs();
  return {
    items: rows.map((row) => fromDecisionRow(row, period)),
    nextCursor: more && last ? encodeCursor(list, [last.run, last.slot, last.inspection]) : null,
  };
}

type Condition = (builder: ExpressionBuilder<Tables, 'vedetta.decision'>) => Expression<SqlBool>;

function filterConditions(filter: DecisionFilter): Condition[] {
  const { run, region, phase, outcome, fromSlot, toSlot, maxPValue, since, until } = filter;
  const conditions: Condition[] = [];
  const equals = (column: 'run' | 'region', value: number): Condition =>
    isStorable(value) ? (e) => e(column, '=', value) : (e) => e.lit(false);
  if (run !== undefined) conditions.push(equals('run', run));
  if (region !== undefined) conditions.push(equals('region', region));
  // Literals, not parameters: only so can a partial index be chosen.
  if (phase !== undefined) conditions.push((e) => e('phase', '=', sql.lit(phase)));
  if (outcome !== undefined) conditions.push((e) => e('outcome', '=', sql.lit(outcome)));
  if (fromSlot !== undefined) conditions.push((e) => e('slot', '>=', toStorable(Math.ceil(fromSlot))));
  if (toSlot !== undefined) conditions.push((e) => e('slot', '<=', toStorable(Math.floor(toSlot))));
  if (since !== undefined) conditions.push((e) => e('decided_at', '>=', new Date(since)));
  if (until !== undefined) conditions.push((e) => e('decided_at', '<=', new Date(until)));
  if (maxPValue !== undefined) {
    conditions.push((e) => e('p_value', '<=', maxPValue));
    if (maxPValue <= 0.01) conditions.push((e) => e('p_value', '<=', sql.lit(0.01)));
  }
  return conditions;
}

function keyCompare(operator: '<' | '>' | '<=' | '>=', key: readonly number[]): Condition {
  return (e) => e(e.refTuple('run', 'slot', 'inspection'), operator, e.tuple(key[0], key[1], key[2]));
}
