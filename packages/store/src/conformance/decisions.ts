import type { Outcome } from '@vedetta/detection';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { encodeCursor } from '../cursor.ts';
import { BadCursorError, UnknownRunError } from '../errors.ts';
import type { Store } from '../interfaces.ts';
import type { DecisionFilter, StoredDecision } from '../records.ts';
import { commitOf, newRun, type Opened, plan } from './fixtures.ts';

const SEED = 20_261_123;
const shape = { slots: 4, inspections: 3 };
const outcomes: readonly Outcome[] = ['targetPresent', 'targetAbsent', 'unobserved'];

export function decisionConformance(opened: () => Opened): void {
  let runs: number[] = [];
  let all: readonly StoredDecision[] = [];

  beforeAll(async () => {
    const { store } = opened();
    runs = [(await newRun(store)).id, (await newRun(store)).id];
    await fillRandomly(store, runs);
    const read = await Promise.all(runs.map((run) => store.slots(run, 0, 1000)));
    all = read.flat().flatMap(({ decisions }) => decisions.map(withoutDetail));
  });

  test('filters and pages agree with a plain loop over all decisions', async () => {
    const { store } = opened();
    const filters = fc.record(
      {
        run: fc.constantFrom(...runs),
        region: fc.integer({ min: 0, max: 4 }),
        phase: fc.constantFrom('detection' as const, 'tracking' as const),
        outcome: fc.constantFrom(...outcomes),
        fromSlot: fc.integer({ min: 0, max: 50 }),
        toSlot: fc.integer({ min: 0, max: 50 }),
        since: fc.constantFrom(...all.map(({ decidedAt }) => decidedAt)),
        until: fc.constantFrom(...all.map(({ decidedAt }) => decidedAt)),
        maxPValue: fc.constantFrom(0, 1e-6, 0.005, 0.01, 0.3, 1),
        order: fc.constantFrom('oldest' as const, 'newest' as const),
        limit: fc.integer({ min: 1, max: 120 }),
      },
      { requiredKeys: ['limit'] },
    );
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const found = (await everyPage(store, filter)).filter(({ run }) => runs.includes(run));
        expect(found).toEqual(oracle(all, filter));
      }),
      { seed: SEED, numRuns: 120 },
    );
  });

  test('a page that ends the list hands out no cursor, and pages do not repeat what came before', async () => {
    const { store } = opened();
    const total = all.filter(({ run }) => run === runs[0]).length;
    const exact = await store.decisions({ run: runs[0], limit: total });
    expect(exact.items).toHaveLength(total);
    expect(exact.nextCursor).toBeNull();
    const short = await store.decisions({ run: runs[0], limit: total - 1 });
    const rest = await store.decisions({ run: runs[0], limit: 10, cursor: short.nextCursor ?? '' });
    expect(rest.items).toEqual(exact.items.slice(-1));
    expect(rest.nextCursor).toBeNull();
  });

  test('numbers that nothing can have find nothing, and are no error', async () => {
    const { store } = opened();
    const total = all.filter(({ run }) => run === runs[0]).length;
    for (const odd of [2 ** 31, 2 ** 53, -(2 ** 40), 1.5, Number.POSITIVE_INFINITY]) {
      expect((await store.decisions({ run: odd, limit: 5 })).items).toEqual([]);
      expect((await store.decisions({ region: odd, limit: 5 })).items).toEqual([]);
      expect(await store.decision(odd, odd, odd)).toBeNull();
      expect(await store.slots(runs[0], odd, 1)).toEqual([]);
      expect(await store.run(odd)).toBeNull();
      await expect(store.totals(odd)).rejects.toThrow(UnknownRunError);
      await expect(store.setRunStatus(odd, 'running')).rejects.toThrow(UnknownRunError);
    }
    const wide = await store.decisions({ run: runs[0], fromSlot: -(2 ** 40), toSlot: 2 ** 40, limit: 1000 });
    expect(wide.items).toHaveLength(total);
    expect((await store.decisions({ run: runs[0], fromSlot: 2 ** 40, limit: 5 })).items).toEqual([]);
  });

  test('a cursor from elsewhere is refused', async () => {
    const { store } = opened();
    const newest = await store.decisions({ limit: 1, order: 'newest' });
    const bad = [
      '',
      'nonsense',
      '💥',
      'a'.repeat(10_000),
      newest.nextCursor?.slice(0, -3) ?? '',
      encodeCursor('runs', [1]),
      encodeCursor('decisions:oldest', [1, 2]),
      encodeCursor('decisions:oldest', [1, 2, -3]),
      encodeCursor('decisions:oldest', [1, 2, 2 ** 40]),
      Buffer.from('{"a":1}').toString('base64url'),
    ];
    for (const cursor of bad) {
      await expect(store.decisions({ limit: 1, order: 'oldest', cursor })).rejects.toThrow(BadCursorError);
    }
    const other = store.decisions({ limit: 1, order: 'oldest', cursor: newest.nextCursor ?? '' });
    await expect(other).rejects.toThrow(/another list or order/);
  });
}

/** Two runs of twelve frames, committed out of order, a few ms apart. */
async function fillRandomly(store: Store, runs: readonly number[]): Promise<void> {
  const draws = fc.sample(fc.record({ outcome: fc.nat(2), pValue: fc.double({ min: 0, max: 1, noNaN: true }) }), {
    seed: SEED,
    numRuns: 4096,
  });
  let next = 0;
  for (const run of runs) {
    for (const frame of [1, 0, 2, 3, 5, 4, 6, 7, 8, 11, 10, 9]) {
      const decide = () => {
        const { outcome, pValue } = draws[next++];
        const unobserved = outcomes[outcome] === 'unobserved';
        return { outcome: outcomes[outcome], pValue: unobserved ? null : outcome === 0 ? pValue * 0.02 : pValue };
      };
      await store.commitFrame(commitOf(plan(run, frame, shape), decide));
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
  }
}

async function everyPage(store: Store, filter: DecisionFilter): Promise<StoredDecision[]> {
  const found: StoredDecision[] = [];
  let page = await store.decisions(filter);
  for (;;) {
    expect(page.items.length).toBeLessThanOrEqual(filter.limit);
    found.push(...page.items);
    if (page.nextCursor === null) return found;
    page = await store.decisions({ ...filter, cursor: page.nextCursor });
  }
}

function oracle(all: readonly StoredDecision[], filter: DecisionFilter): StoredDecision[] {
  const kept = all.filter(
    (d) =>
      (filter.run === undefined || d.run === filter.run) &&
      (filter.region === undefined || d.region === filter.region) &&
      (filter.phase === undefined || d.phase === filter.phase) &&
      (filter.outcome === undefined || d.outcome === filter.outcome) &&
      (filter.fromSlot === undefined || d.slot >= filter.fromSlot) &&
      (filter.toSlot === undefined || d.slot <= filter.toSlot) &&
      (filter.since === undefined || d.decidedAt >= filter.since) &&
      (filter.until === undefined || d.decidedAt <= filter.until) &&
      (filter.maxPValue === undefined || (d.pValue !== null && d.pValue <= filter.maxPValue)),
  );
  const sign = filter.order === 'oldest' ? 1 : -1;
  return kept.sort((a, b) => sign * (a.run - b.run || a.slot - b.slot || a.inspection - b.inspection));
}

function withoutDetail({
  transmit: _transmit,
  onAir: _onAir,
  reports: _reports,
  evaluation: _evaluation,
  ...decision
}: StoredDecision & Record<'transmit' | 'onAir' | 'reports' | 'evaluation', unknown>): StoredDecision {
  return decision;
}
