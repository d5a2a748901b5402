import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Opened } from './fixtures.ts';

export function announcementConformance(opened: () => Opened): void {
  test('what processes announce is read by kind, in the order of their names, the newest word of each', async () => {
    const { store } = opened();
    const kind = `fusion ${crypto.randomUUID()}`;
    expect(await store.announced(kind)).toEqual([]);
    await store.announce(kind, 'b', 60_000, { endpoint: 'fusion-b:7002', attached: [] });
    await store.announce(kind, 'a', 60_000, { endpoint: 'fusion-a:7002', attached: [] });
    await store.announce(`not ${kind}`, 'c', 60_000, null);
    const before = await store.announced(kind);
    expect(before.map(({ name }) => name)).toEqual(['a', 'b']);
    await sleep(5);
    await store.announce(kind, 'b', 60_000, { endpoint: 'fusion-b:7002', attached: [0, 3], order: { z: 1, a: 2 } });
    const [a, b] = await store.announced(kind);
    expect(a).toEqual(before[0]);
    expect(b.payload).toEqual({ endpoint: 'fusion-b:7002', attached: [0, 3], order: { z: 1, a: 2 } });
    expect(b.seenAt > before[1].seenAt).toBe(true);
    expect(b.seenAt).toMatch(/^\d{4}-.*Z$/);
  });

  test('an announcement is gone when its time has run out, and at once when it is withdrawn', async () => {
    const { store } = opened();
    const kind = `fusion ${crypto.randomUUID()}`;
    await store.announce(kind, 'short', 40, 1);
    await store.announce(kind, 'long', 60_000, 2);
    await store.announce(kind, 'gone', 60_000, 3);
    await store.withdraw(kind, 'gone');
    await store.withdraw(kind, 'never there');
    expect((await store.announced(kind)).map(({ payload }) => payload)).toEqual([2, 1]);
    await sleep(60);
    expect((await store.announced(kind)).map(({ payload }) => payload)).toEqual([2]);
    await store.announce(kind, 'short', 60_000, 4);
    expect((await store.announced(kind)).map(({ payload }) => payload)).toEqual([2, 4]);
  });

  test('many who announce at once are all heard', async () => {
    const { store } = opened();
    const kind = `fusion ${crypto.randomUUID()}`;
    const names = Array.from({ length: 16 }, (_, i) => `worker ${String(i).padStart(2, '0')}`);
    const rounds = [0, 1, 2].flatMap((round) => names.map((name) => store.announce(kind, name, 60_000, round)));
    await Promise.all(rounds);
    expect((await store.announced(kind)).map(({ name }) => name)).toEqual(names);
  });
}
