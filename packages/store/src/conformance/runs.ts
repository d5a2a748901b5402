import { expect, test } from 'vitest';
import { BadCursorError, StoreConflictError, UnknownRunError } from '../errors.ts';
import { newRun, type Opened, request, scenario } from './fixtures.ts';

export function runConformance(opened: () => Opened): void {
  test('a scenario is adopted once; again adds its world if nobody knew it before; another one is refused', async () => {
    const { store } = opened();
    await store.adoptScenario({ ...scenario, world: null });
    await store.adoptScenario(scenario);
    await store.adoptScenario({ ...scenario, world: null });
    expect(await store.scenario()).toEqual(scenario);
    await expect(store.adoptScenario({ ...scenario, hash: 'other' })).rejects.toThrow(StoreConflictError);
    expect((await store.scenario())?.hash).toBe(scenario.hash);
  });

  test('a run carries its request, the scenario and the version, and starts queued', async () => {
    const { store } = opened();
    const { id } = await newRun(store);
    const paced = await store.createRun({ ...request, seed: 2 ** 40, slots: 200, pace: 0.5 });
    expect(paced).toMatchObject({ seed: 2 ** 40, slots: 200, pace: 0.5, status: 'queued', reason: null });
    expect(paced.scenarioHash).toBe(scenario.hash);
    expect(paced.id).toBeGreaterThan(id);
    expect(await store.run(id)).toMatchObject({ ...request, decidedSlots: 0, firstKeptSlot: 0, startedAt: null });
    expect(await store.run(1_000_000)).toBeNull();
  });

  test('the next run is the running one, else the oldest queued', async () => {
    const { store } = opened();
    const first = await newRun(store);
    const second = await store.createRun(request);
    expect((await store.nextRun())?.id).toBe(first.id);
    await store.setRunStatus(second.id, 'running');
    expect((await store.nextRun())?.id).toBe(second.id);
    await store.setRunStatus(second.id, 'completed');
    await store.setRunStatus(first.id, 'stopped');
    expect(await store.nextRun()).toBeNull();
  });

  test('runs go from queued over running to an end, and only one runs at a time', async () => {
    const { store } = opened();
    const run = await newRun(store);
    const other = await store.createRun(request);
    await expect(store.setRunStatus(run.id, 'completed')).rejects.toThrow(StoreConflictError);
    const running = await store.setRunStatus(run.id, 'running');
    expect(running.startedAt).not.toBeNull();
    await expect(store.setRunStatus(other.id, 'running')).rejects.toThrow(/another run/);
    expect((await store.setRunStatus(run.id, 'running')).startedAt).toBe(running.startedAt);
    const failed = await store.setRunStatus(run.id, 'failed', 'no access point came');
    expect(failed).toMatchObject({ status: 'failed', reason: 'no access point came' });
    expect(failed.endedAt).not.toBeNull();
    for (const status of ['queued', 'running', 'stopped', 'completed'] as const) {
      await expect(store.setRunStatus(run.id, status)).rejects.toThrow(StoreConflictError);
    }
    await expect(store.setRunStatus(1_000_000, 'running')).rejects.toThrow(UnknownRunError);
  });

  test('pages of runs, newest first, hold every run once', async () => {
    const { store } = opened();
    await newRun(store);
    for (let i = 0; i < 4; i += 1) await store.createRun(request);
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof store.runs>> = await store.runs({ limit: 2, ...(cursor && { cursor }) });
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map((run) => run.id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
    expect(seen.length).toBeGreaterThanOrEqual(5);
    await expect(store.runs({ limit: 2, cursor: 'x' })).rejects.toThrow(BadCursorError);
  });

  test('a store that answers says so', async () => {
    await expect(opened().store.ping()).resolves.toBeUndefined();
  });
}
