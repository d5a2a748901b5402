import type { SlotRecord, StoredDecisionDetail } from '../records.ts';
import type { StoreContext } from './context.ts';
import { isStorable, toStorable } from './integers.ts';
import { toDetail } from './stored-decision.ts';
import type { SlotRow } from './tables.ts';

export interface StoredSlot {
  readonly record: SlotRecord;
  readonly decisions: readonly StoredDecisionDetail[];
}

/** The stored ones among `count` slots from `fromSlot` on, ascending, with all their decisions. */
export async function readSlots(
  context: StoreContext,
  run: number,
  fromSlot: number,
  count: number,
): Promise<readonly StoredSlot[]> {
  if (![run, fromSlot, count].every(isStorable)) return [];
  const end = toStorable(fromSlot + count);
  const records = (await slotRecords(context, run, fromSlot, end)).filter(({ slot }) => slot >= fromSlot && slot < end);
  const rows = await detailRows(context.db)
    .where('d.run', '=', run)
    .where('d.slot', '>=', fromSlot)
    .where('d.slot', '<', end)
    .orderBy('d.slot')
    .orderBy('d.inspection')
    .execute();
  const period = await context.slotPeriodMs();
  const bySlot = Map.groupBy(rows, (row) => row.slot);
  return records.map((record) => ({
    record,
    decisions: (bySlot.get(record.slot) ?? []).map((row) => toDetail(row, record.onAir, period)),
  }));
}

export async function readDecision(
  context: StoreContext,
  run: number,
  slot: number,
  inspection: number,
): Promise<StoredDecisionDetail | null> {
  if (![run, slot, inspection].every(isStorable)) return null;
  const row = await detailRows(context.db)
    .where('d.run', '=', run)
    .where('d.slot', '=', slot)
    .where('d.inspection', '=', inspection)
    .executeTakeFirst();
  if (row === undefined) return null;
  const record = (await slotRecords(context, run, slot, slot + 1)).find((candidate) => candidate.slot === slot);
  return toDetail(row, record?.onAir ?? [], await context.slotPeriodMs());
}

/** Records of every frame that touches [from, end). */
async function slotRecords({ db }: StoreContext, run: number, from: number, end: number): Promise<SlotRecord[]> {
  const frames = await db
    .selectFrom('vedetta.committed_frame')
    .select('slots')
    .where('run', '=', run)
    .where('first_slot', '<', end)
    .where('first_slot', '>=', (e) =>
      e
        .selectFrom('vedetta.committed_frame')
        .select((f) => f.fn.coalesce(f.fn.max('first_slot'), f.lit(0)).as('first_slot'))
        .where('run', '=', run)
        .where('first_slot', '<=', from),
    )
    .orderBy('first_slot')
    .execute();
  return frames.flatMap(({ slots }) => slots.map(toSlotRecord));
}

function toSlotRecord([slot, onAir, stalled]: SlotRow): SlotRecord {
  return { slot, onAir, stalled };
}

function detailRows(db: StoreContext['db']) {
  return db
    .selectFrom('vedetta.decision as d')
    .leftJoin('vedetta.evaluation as e', (join) =>
      join.onRef('e.run', '=', 'd.run').onRef('e.slot', '=', 'd.slot').onRef('e.inspection', '=', 'd.inspection'),
    )
    .selectAll('d')
    .select(['e.alarm_probability', 'e.target_in_cell']);
}
