import { expect, test } from 'vitest';
import type { Opened } from './fixtures.ts';

export function powerPlanConformance(opened: () => Opened): void {
  test('solved powers are kept to the last bit, the first ones for good, and listeners are told', async () => {
    const { store } = opened();
    expect(await store.powerPlan()).toBe(null);
    let told = 0;
    const unsubscribe = await store.onCommit(() => {
      told += 1;
    });
    const users = [
      { user: 0, power: 1 / 3 },
      { user: 4, power: 5e-324 },
    ];
    const power = [{ accessPoint: 2, users, beams: [{ region: 1, power: 0.1 + 0.2 }] }];
    const plan = [{ regions: [0, 1], power, smallestSinr: 1 / 7, sinrBound: null, sir: [Math.PI, null] }];
    await store.keepPowerPlan(plan);
    expect(await store.powerPlan()).toEqual(plan);
    await store.keepPowerPlan([]);
    expect(await store.powerPlan()).toEqual(plan);
    await unsubscribe();
    expect(told).toBeGreaterThan(0);
  });
}
