import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { LeaseLostError } from '../errors.ts';
import { newRun, type Opened, plan } from './fixtures.ts';

export function leaseConformance(opened: () => Opened): void {
  /** One per test and run of the suite. */
  const leaseName = (name: string) => `${name} ${crypto.randomUUID()}`;

  test('a lease has one holder at a time, who keeps its fence when asking again', async () => {
    const { store } = opened();
    const name = leaseName('leader');
    expect(await store.acquireLease(name, 'a', 60_000)).toEqual({ fence: 1 });
    expect(await store.acquireLease(name, 'b', 60_000)).toBeNull();
    expect(await store.acquireLease(name, 'a', 60_000)).toEqual({ fence: 1 });
    expect(await store.renewLease(name, 'a', 1, 60_000)).toBe(true);
    expect(await store.renewLease(name, 'b', 1, 60_000)).toBe(false);
    expect(await store.renewLease(name, 'a', 2, 60_000)).toBe(false);
    expect(await store.acquireLease(leaseName('another'), 'b', 60_000)).toEqual({ fence: 1 });
  });

  test('of many who ask at once exactly one gets it', async () => {
    const { store } = opened();
    const name = leaseName('rush');
    const holders = Array.from({ length: 12 }, (_, i) => `holder ${i}`);
    const answers = await Promise.all(holders.map((holder) => store.acquireLease(name, holder, 60_000)));
    expect(answers.filter((lease) => lease !== null)).toEqual([{ fence: 1 }]);
  });

  test('a lease that ran out goes to the next, with a higher fence, and the old holder cannot renew it', async () => {
    const { store } = opened();
    const name = leaseName('expiry');
    await store.acquireLease(name, 'a', 50);
    await sleep(80);
    expect(await store.acquireLease(name, 'b', 60_000)).toEqual({ fence: 2 });
    expect(await store.renewLease(name, 'a', 1, 60_000)).toBe(false);
    expect(await store.acquireLease(name, 'a', 60_000)).toBeNull();
    await store.releaseLease(name, 'a', 1);
    expect(await store.renewLease(name, 'b', 2, 60_000)).toBe(true);
  });

  test('a lease that ran out and that nobody took is still its holder’s to renew', async () => {
    const { store } = opened();
    const name = leaseName('late');
    await store.acquireLease(name, 'a', 20);
    await sleep(50);
    expect(await store.renewLease(name, 'a', 1, 60_000)).toBe(true);
    expect(await store.acquireLease(name, 'b', 60_000)).toBeNull();
  });

  test('a lease given back is free at once, and every change of holder is counted', async () => {
    const { store } = opened();
    const name = leaseName('handed on');
    await store.acquireLease(name, 'a', 60_000);
    await store.releaseLease(name, 'a', 1);
    expect(await store.renewLease(name, 'a', 1, 60_000)).toBe(false);
    expect(await store.acquireLease(name, 'b', 60_000)).toEqual({ fence: 2 });
    await store.releaseLease(name, 'b', 2);
    expect(await store.acquireLease(name, 'b', 60_000)).toEqual({ fence: 3 });
  });

  test('a frame is planned only under the current fence: who lost the lease writes nothing', async () => {
    const { store } = opened();
    const { id } = await newRun(store);
    const name = leaseName('plans');
    await store.acquireLease(name, 'a', 20);
    await store.planFrame(plan(id, 0), { lease: name, fence: 1 });
    await sleep(50);
    // Nobody else has it: the fence is current although the time is over.
    await store.planFrame(plan(id, 1), { lease: name, fence: 1 });
    await store.acquireLease(name, 'b', 60_000);
    const lost = store.planFrame(plan(id, 2), { lease: name, fence: 1 });
    await expect(lost).rejects.toThrow(LeaseLostError);
    await expect(lost).rejects.toMatchObject({ code: 'LEASE_LOST', lease: name, fence: 1 });
    expect(await store.lastPlannedFrame(id)).toBe(1);
    expect(await store.plannedFrame(id, 2)).toBeNull();
    await store.planFrame(plan(id, 2), { lease: name, fence: 2 });
    await store.releaseLease(name, 'b', 2);
    await expect(store.planFrame(plan(id, 3), { lease: name, fence: 2 })).rejects.toThrow(LeaseLostError);
    await expect(store.planFrame(plan(id, 3), { lease: 'never', fence: 1 })).rejects.toThrow(LeaseLostError);
    expect(await store.lastPlannedFrame(id)).toBe(2);
  });

  test('plans made while the lease changes hands end before its new holder begins', async () => {
    const { store } = opened();
    const { id } = await newRun(store);
    const name = leaseName('takeover');
    await store.acquireLease(name, 'a', 1);
    await sleep(20);
    let planned = 0;
    const old = (async () => {
      for (;;) {
        await store.planFrame(plan(id, planned), { lease: name, fence: 1 });
        planned += 1;
        await setImmediate();
      }
    })();
    old.catch(() => {});
    while (planned < 5) await sleep(1);
    expect(await store.acquireLease(name, 'b', 60_000)).toEqual({ fence: 2 });
    const seen = await store.lastPlannedFrame(id);
    await expect(old).rejects.toThrow(LeaseLostError);
    expect(await store.lastPlannedFrame(id)).toBe(seen);
  });
}
