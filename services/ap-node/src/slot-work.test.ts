import type { Inspection, OnAirSlot } from '@vedetta/deployment';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectionsOf, type ReadyTask, SlotWork } from './slot-work.ts';

const air = (slot: number, inspections: readonly Inspection[] = []): OnAirSlot => ({
  plan: { slot, inspections },
  onAir: [0],
  power: [],
});
const task = (slot: number, accessPoint: number) => ({ slot, accessPoint, inspections: [0] });

function drain(work: SlotWork): ReadyTask[] {
  const taken: ReadyTask[] = [];
  for (let next = work.take(); next !== null; next = work.take()) taken.push(next);
  return taken;
}

const nameOf = ({ slot, accessPoint }: { slot: number; accessPoint: number }) => `${slot}/${accessPoint}`;

describe('slot work', () => {
  it('is ready when both the command and the slot on air are there, whichever came first', () => {
    const work = new SlotWork(10);
    work.addTask(task(3, 1));
    expect(work.take()).toBe(null);
    const three = air(3);
    work.addAir(three);
    expect(work.take()).toEqual({ ...task(3, 1), air: three, reference: null });
    expect(work.take()).toBe(null);
    work.addTask(task(3, 2));
    expect(work.take()?.accessPoint).toBe(2);
  });

  it('every pair is done once, whatever the order in which commands and air arrive', () => {
    const messages = [0, 1, 2, 3].flatMap((slot) => [
      { kind: 'air' as const, slot },
      ...[5, 6, 7].map((accessPoint) => ({ kind: 'task' as const, slot, accessPoint })),
    ]);
    const orders = fc.shuffledSubarray(messages, { minLength: messages.length, maxLength: messages.length });
    fc.assert(
      fc.property(orders, fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }), (order, takes) => {
        const work = new SlotWork(64);
        const done: ReadyTask[] = [];
        order.forEach((message, i) => {
          if (message.kind === 'air') work.addAir(air(message.slot));
          else work.addTask(task(message.slot, message.accessPoint));
          const next = takes[i] ? work.take() : null;
          if (next) done.push(next);
        });
        done.push(...drain(work));
        for (const ready of done) expect(ready.air.plan.slot).toBe(ready.slot);
        expect(done.map(nameOf).sort()).toEqual([0, 1, 2, 3].flatMap((s) => [5, 6, 7].map((ap) => `${s}/${ap}`)));
        expect(work.dropped).toBe(0);
      }),
      { numRuns: 200, seed: 4 },
    );
  });

  it('waits for the reference of its slot where one follows, of its own access point', () => {
    const work = new SlotWork(10);
    work.addAir(air(3));
    work.addTask({ ...task(3, 1), waitsForReference: true });
    const reference = { slot: 3, transmitters: [], symbols: new Uint8Array() };
    work.addReference(2, reference);
    work.addReference(1, { ...reference, slot: 4 });
    expect(work.take()).toBe(null);
    work.addTask(task(3, 5));
    expect(work.take()?.accessPoint).toBe(5);
    work.addReference(1, reference);
    expect(work.take()?.reference).toBe(reference);
    for (let slot = 10; slot < 30; slot++) work.addReference(1, { ...reference, slot });
    work.addAir(air(10));
    work.addAir(air(29));
    for (const slot of [10, 29]) work.addTask({ ...task(slot, 1), waitsForReference: true });
    expect(drain(work).map(({ slot }) => slot)).toEqual([29]);
  });

  it('takes the lowest slot on air first, so that the APs of a process share its preparation', () => {
    const work = new SlotWork(20);
    for (const accessPoint of [1, 2]) for (const slot of [9, 4, 7]) work.addTask(task(slot, accessPoint));
    for (const slot of [7, 9]) work.addAir(air(slot));
    expect(drain(work).map(nameOf)).toEqual(['7/1', '7/2', '9/1', '9/2']);
  });

  it('holds no more than its limit: the oldest tasks and slots give way, tasks counted', () => {
    const work = new SlotWork(4);
    for (let slot = 0; slot < 10; slot++) work.addTask(task(slot, 1));
    expect(work.dropped).toBe(6);
    for (let slot = 0; slot < 8; slot++) work.addAir(air(slot));
    expect(drain(work).map(({ slot }) => slot)).toEqual([6, 7]);
    // Slots 0 to 3 are forgotten, 4 to 7 are kept.
    for (const slot of [2, 5]) work.addTask(task(slot, 1));
    expect(drain(work).map(({ slot }) => slot)).toEqual([5]);
  });

  it('a slot told twice is one slot, and counts as new', () => {
    const work = new SlotWork(2);
    for (const slot of [0, 1, 0, 2]) work.addAir(air(slot));
    for (const slot of [0, 1, 2]) work.addTask(task(slot, 1));
    expect(work.dropped).toBe(1);
    expect(drain(work).map(({ slot }) => slot)).toEqual([2]);
    work.addTask(task(0, 1));
    expect(work.take()?.slot).toBe(0);
  });

  it('a repeated command is computed again: APs keep no state', () => {
    const work = new SlotWork(10);
    work.addAir(air(1));
    work.addTask(task(1, 4));
    work.addTask(task(1, 4));
    expect(drain(work)).toHaveLength(2);
  });

  it('nothing of a run outlives it', () => {
    const work = new SlotWork(10);
    work.addAir(air(1));
    work.addTask(task(1, 4));
    work.clear();
    expect(work.take()).toBe(null);
    work.addTask(task(1, 4));
    expect(work.take()).toBe(null);
  });
});

describe('the inspections of a task', () => {
  const inspection = (index: number, receive: number[]): Inspection => ({
    index,
    phase: 'detection',
    region: index,
    cell: 0,
    position: [0, 0, 0],
    transmit: [0],
    receive,
  });

  it('are those of the plan on air that the AP listens to; others are left out', () => {
    const onAir = air(2, [inspection(0, [4, 5]), inspection(1, [5]), inspection(2, [4])]);
    const indexes = (inspections: number[]) =>
      inspectionsOf({ slot: 2, accessPoint: 4, inspections, air: onAir, reference: null }).map(({ index }) => index);
    expect(indexes([0, 2])).toEqual([0, 2]);
    expect(indexes([0, 1, 2, 17])).toEqual([0, 2]);
  });
});
