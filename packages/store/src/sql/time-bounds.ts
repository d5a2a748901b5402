import type { StoreDatabase } from './tables.ts';

/** A bound on (run, slot, inspection) that a wall-clock limit implies, so that a page need not look outside. */
export type TimeBound = { readonly compare: '>=' | '<='; readonly key: readonly number[] } | 'none' | null;

const AFTER_ALL_INSPECTIONS = 0x7fffffff;

export async function committedSince(db: StoreDatabase, since: string | undefined): Promise<TimeBound> {
  if (since === undefined) return null;
  const first = await db
    .selectFrom('vedetta.committed_frame')
    .select(['run', 'first_slot'])
    .where('committed_at', '>=', new Date(since))
    .orderBy('run')
    .orderBy('first_slot')
    .limit(1)
    .executeTakeFirst();
  return first === undefined ? 'none' : { compare: '>=', key: [first.run, first.first_slot, 0] };
}

export async function committedUntil(db: StoreDatabase, until: string | undefined): Promise<TimeBound> {
  if (until === undefined) return null;
  const last = await db
    .selectFrom('vedetta.committed_frame')
    .select(['run', 'first_slot', 'slot_count'])
    .where('committed_at', '<=', new Date(until))
    .orderBy('run', 'desc')
    .orderBy('first_slot', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return 'none';
  return { compare: '<=', key: [last.run, last.first_slot + last.slot_count, AFTER_ALL_INSPECTIONS] };
}
