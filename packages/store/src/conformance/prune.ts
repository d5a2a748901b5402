import { expect, test } from 'vitest';
import { commitOf, fill, newRun, type Opened, plan } from './fixtures.ts';

/** To be run last: it drops what the others left. */
export function pruneConformance(opened: () => Opened): void {
  const unlimited = Number.MAX_SAFE_INTEGER;

  test('within the limits nothing is dropped', async () => {
    const { store } = opened();
    const { id } = await newRun(store);
    await fill(store, id, 0, 2);
    expect(await store.prune({ maxSlots: unlimited, maxBytes: unlimited })).toEqual({ slots: 0, runs: [] });
  });

  test('the oldest slots go first, with their decisions, and what is gone is not decided again', async () => {
    const { store } = opened();
    const old = await newRun(store);
    await fill(store, old.id, 0, 3);
    const run = await newRun(store);
    await store.setRunStatus(run.id, 'running');
    await fill(store, run.id, 0, 40);
    await store.recordEvaluations(run.id, [{ slot: 3, inspection: 0, alarmProbability: 0.5, targetInCell: false }]);
    const totals = await store.totals(run.id);
    const dropped = await store.prune({ maxSlots: 11, maxBytes: unlimited });
    expect(dropped.slots).toBeGreaterThanOrEqual(6 + 68);
    expect(dropped.runs).toContain(old.id);
    expect(await store.run(old.id)).toBeNull();
    expect((await store.run(run.id))?.firstKeptSlot).toBe(70);
    const kept = await store.decisions({ order: 'oldest', limit: 1000 });
    expect(kept.items[0]).toMatchObject({ run: run.id, slot: 70 });
    expect(kept.items).toHaveLength(30);
    expect(await store.totals(run.id)).toEqual(totals);
    expect(await store.decision(run.id, 3, 0)).toBeNull();
    expect(await store.lastEvaluatedSlot(run.id)).toBe(-1);
    expect(await store.isFrameDecided(run.id, 3)).toBe(true);
    expect(await store.commitFrame(commitOf(plan(run.id, 3)))).toBe(false);
    await store.planFrame(plan(run.id, 3));
    expect(await store.undecidedFrames(run.id)).toEqual([]);
    expect(await store.lastPlannedFrame(run.id)).toBe(39);
  });

  test('a frame that is not decided yet holds back what comes after it', async () => {
    const { store } = opened();
    const { id } = await newRun(store);
    await fill(store, id, 0, 2);
    await store.planFrame(plan(id, 2));
    await fill(store, id, 3, 6);
    await store.prune({ maxSlots: 0, maxBytes: unlimited });
    expect((await store.undecidedFrames(id)).map(({ frame }) => frame)).toEqual([2]);
    expect((await store.run(id))?.firstKeptSlot).toBe(4);
    expect((await store.decisions({ run: id, limit: 100 })).items).toHaveLength(18);
    expect(await store.commitFrame(commitOf(plan(id, 2)))).toBe(true);
  });

  test('bytes are a limit too', async () => {
    const { store } = opened();
    const { id } = await newRun(store);
    await fill(store, id, 0, 20);
    await store.prune({ maxSlots: unlimited, maxBytes: 10_000 });
    const { items } = await store.decisions({ limit: 1000 });
    expect(items.length).toBeGreaterThan(6);
    expect(items.length).toBeLessThan(60);
  });

  test('several who prune at once drop together what one would have dropped', async () => {
    const { store } = opened();
    const { id } = await newRun(store);
    await fill(store, id, 0, 60);
    const limits = { maxSlots: 50, maxBytes: unlimited };
    await Promise.all([store.prune(limits), store.prune(limits), store.prune(limits)]);
    await store.prune(limits);
    expect((await store.run(id))?.firstKeptSlot).toBe(70);
    expect((await store.decisions({ run: id, limit: 1000 })).items).toHaveLength(150);
  });
}
