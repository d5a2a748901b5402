import { expect, test } from 'vitest';
import type { Opened } from './fixtures.ts';

export function linkConformance(opened: () => Opened): void {
  test('changes of a link are merged key by key, those of many links are one, and listeners are told', async () => {
    const { store } = opened();
    let told = 0;
    const unsubscribe = await store.onCommit(() => {
      told += 1;
    });
    await store.changeLinks([7, 3], { up: { rateMbps: 10, delayMs: 2 } });
    await store.changeLinks([7], { up: { rateMbps: null }, outages: [{ fromMs: 1, toMs: 2, kind: 'cut' }] });
    await store.changeLinks([7], { down: { lossProbability: 0.25 } });
    await store.changeLinks([], { up: { rateMbps: 1 } });
    expect(await store.changedLinks()).toEqual([
      { accessPoint: 3, change: { up: { rateMbps: 10, delayMs: 2 } } },
      {
        accessPoint: 7,
        change: {
          up: { rateMbps: null, delayMs: 2 },
          down: { lossProbability: 0.25 },
          outages: [{ fromMs: 1, toMs: 2, kind: 'cut' }],
        },
      },
    ]);
    await unsubscribe();
    expect(told).toBeGreaterThan(0);
  });

  test('two changes of one link at the same time both hold', async () => {
    const { store } = opened();
    const changes = [{ up: { rateMbps: 4 } }, { up: { delayMs: 5 } }, { down: { jitterMs: 6 } }];
    await Promise.all(changes.map((change) => store.changeLinks([11], change)));
    expect((await store.changedLinks()).find(({ accessPoint }) => accessPoint === 11)?.change).toEqual({
      up: { rateMbps: 4, delayMs: 5 },
      down: { jitterMs: 6 },
    });
  });
}
