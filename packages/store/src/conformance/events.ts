import { expect, test } from 'vitest';
import { commitOf, newRun, type Opened, plan, until } from './fixtures.ts';

export function eventConformance(opened: () => Opened): void {
  test('events come in order: run status, one per frame, one per alarm', async () => {
    const { store } = opened();
    const before = await store.lastEventId();
    const { id } = await newRun(store);
    const start = await store.lastEventId();
    await store.setRunStatus(id, 'running');
    await store.commitFrame(
      commitOf(plan(id, 0), (slot, i) => (slot === 1 && i > 0 ? { outcome: 'targetPresent' } : {})),
    );
    const events = await store.eventsAfter(start, 10);
    expect(events.map(({ body }) => body.type)).toEqual(['run', 'frame', 'decision', 'decision']);
    expect(events[0].body).toEqual({ type: 'run', run: id, status: 'running' });
    expect(events[1].body).toEqual({ type: 'frame', run: id, frame: 0, firstSlot: 0, slots: 2 });
    const { items } = await store.decisions({ run: id, outcome: 'targetPresent', order: 'oldest', limit: 10 });
    expect(events.slice(2).map(({ body }) => body.type === 'decision' && body.decision)).toEqual(items);
    const ids = (await store.eventsAfter(before, 1000)).map((event) => event.id);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    expect(await store.eventsAfter(events[1].id, 1)).toEqual([events[2]]);
    expect(await store.lastEventId()).toBe(events[3].id);
  });

  test('a reader that follows the ids sees every event of commits made at the same time', async () => {
    const { store } = opened();
    const { id } = await newRun(store);
    let after = await store.lastEventId();
    const seen: number[] = [];
    const read = async () => {
      for (const { id: event, body } of await store.eventsAfter(after, 100)) {
        after = event;
        if (body.type === 'frame') seen.push(body.frame);
      }
    };
    const commits = Array.from({ length: 20 }, (_, frame) => store.commitFrame(commitOf(plan(id, frame))));
    while (seen.length < 20) await read();
    await Promise.all(commits);
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, frame) => frame));
  });

  test('listeners hear of commits at once, at least once a second, and not after they left', async () => {
    const { store } = opened();
    const { id } = await newRun(store);
    let heard = 0;
    const stop = await store.onCommit(() => {
      heard += 1;
    });
    const before = heard;
    await store.commitFrame(commitOf(plan(id, 0)));
    await until(() => heard > before, 400);
    const quiet = heard;
    await until(() => heard > quiet, 1500);
    await stop();
    const end = heard;
    await store.commitFrame(commitOf(plan(id, 1)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard).toBe(end);
  });
}
