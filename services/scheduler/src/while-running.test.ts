import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestStore, until } from './test-support.ts';
import { whileRunning } from './while-running.ts';

let opened: Awaited<ReturnType<typeof openTestStore>>;
beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(() => opened[Symbol.asyncDispose]());

it('a run that is being prepared is given up when it is stopped, by whomever, and when its scheduler closes', async () => {
  const { store } = opened;
  const started = async () => {
    const { id } = await store.createRun({ seed: 1, slots: 8, pace: 'fast', falseAlarmProbability: 0.01 });
    await store.setRunStatus(id, 'running');
    return id;
  };
  const stopped = await started();
  {
    await using running = await whileRunning(store, stopped, new AbortController().signal);
    expect(running.signal.aborted).toBe(false);
    await store.setRunStatus(stopped, 'stopped', 'by somebody else');
    await until(() => running.signal.aborted);
  }
  const closing = new AbortController();
  const closed = await started();
  await using running = await whileRunning(store, closed, closing.signal);
  closing.abort();
  expect(running.signal.aborted).toBe(true);
  await store.setRunStatus(closed, 'stopped');
});
