import type { SlotPlan } from '@vedetta/deployment';
import { describe, expect, it } from 'vitest';
import { connectAir } from '../client/air-link.ts';
import { startHub, testHash, until } from '../test-support.ts';

function plan(slot: number): SlotPlan {
  const looked = { phase: 'detection' as const, region: 1, cell: 7, transmit: [0, 2], receive: [1, 5] };
  return { slot, inspections: [{ index: 0, position: [1 / 3, -2e-300, 8.5], ...looked }] };
}

function feed(hub: { address: string }, options: { hash?: string; accessPoints?: number[] } = {}) {
  const seen = {
    events: [] as string[],
    slots: [] as { plan: SlotPlan; onAir: readonly number[] }[],
    refusals: [] as string[],
    up: [] as boolean[],
  };
  const own = connectAir({
    address: hub.address,
    scenarioHash: options.hash ?? testHash,
    processName: 'test',
    accessPoints: () => options.accessPoints ?? [0, 1],
    onRun: ({ run, seed }) => seen.events.push(`run ${run} seed ${seed}`),
    onRunEnd: () => seen.events.push('end'),
    onSlot: (plan, onAir) => seen.slots.push({ plan, onAir }),
    onRefused: (reason) => seen.refusals.push(reason),
    onConnection: (up) => seen.up.push(up),
  });
  return { ...own, seen, [Symbol.dispose]: () => own.close() };
}

describe('the air feed', () => {
  it('tells every process the run, each slot bit for bit, and the end of the run', async () => {
    await using hub = await startHub();
    using early = feed(hub);
    await until(() => hub.airFeeds() === 1);
    hub.startRun({ run: 3, seed: 2 ** 53 - 1 });
    for (let slot = 0; slot < 300; slot += 1) hub.sendAir(plan(slot), [0, 2]);
    await until(() => early.seen.slots.length === 300);
    expect(early.seen.slots).toEqual(Array.from({ length: 300 }, (_, slot) => ({ plan: plan(slot), onAir: [0, 2] })));
    hub.endRun();
    hub.startRun({ run: 4, seed: 1 });
    await until(() => early.seen.events.length === 3);
    expect(early.seen.events).toEqual(['run 3 seed 9007199254740991', 'end', 'run 4 seed 1']);
  });

  it('tells a process that comes late, or comes back, the run and the most recent slots', async () => {
    await using hub = await startHub();
    hub.startRun({ run: 3, seed: 5 });
    for (let slot = 0; slot < 100; slot += 1) hub.sendAir(plan(slot), [0]);
    using late = feed(hub);
    await until(() => late.seen.slots.length === 64);
    expect(late.seen.slots.map((told) => told.plan.slot)).toEqual(Array.from({ length: 64 }, (_, index) => 36 + index));
    expect(late.seen.events).toEqual(['run 3 seed 5']);
  });

  it('tells the same run once, though the connection breaks and the fusion worker starts anew', async () => {
    const first = await startHub();
    first.startRun({ run: 3, seed: 5 });
    using one = feed(first);
    await until(() => one.seen.events.length === 1);
    await first.close();
    await until(() => one.seen.up.length === 2);
    await using second = await startHub({ port: first.port });
    second.startRun({ run: 3, seed: 5 });
    await until(() => one.seen.up.length === 3);
    second.sendAir(plan(9), []);
    await until(() => one.seen.slots.length === 1);
    expect(one.seen.events).toEqual(['run 3 seed 5']);
    second.startRun({ run: 3, seed: 6 });
    await until(() => one.seen.events.length === 3);
    expect(one.seen.events.slice(1)).toEqual(['end', 'run 3 seed 6']);
  });

  it('of another scenario or with access points that are not in the network is refused', async () => {
    await using hub = await startHub();
    using alien = feed(hub, { hash: 'ffff' });
    using lost = feed(hub, { accessPoints: [1, 99] });
    await until(() => alien.seen.refusals.length === 1 && lost.seen.refusals.length === 1);
    expect(alien.seen.refusals[0]).toBe(`scenario hash ffff here meets ${testHash} at the fusion worker`);
    expect(lost.seen.refusals[0]).toBe('access point 99 is not in the network, which has 10: 0 to 9');
    expect(hub.airFeeds()).toBe(0);
    expect(hub.seen.invalid).toHaveLength(2);
  });

  it('refuses to send a plan that no receiver may trust', async () => {
    await using hub = await startHub();
    hub.startRun({ run: 1, seed: 0 });
    const [looked] = plan(1).inspections;
    expect(() => hub.sendAir(plan(1), [2, 0])).toThrow('ascending');
    expect(() => hub.sendAir({ slot: 1, inspections: [{ ...looked, index: 1 }] }, [0])).toThrow('carries index 1');
    expect(() => hub.sendAir({ slot: 1, inspections: [{ ...looked, position: [Number.NaN, 0, 0] }] }, [0])).toThrow(
      'finite',
    );
  });
});
