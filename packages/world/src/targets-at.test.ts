import { parseNetwork, parseWorld } from '@vedetta/scenario';
import { expect, test } from 'vitest';
import { reflect, targetsAt } from './targets-at.ts';

const network = parseNetwork({ timing: { slotPeriodMs: 50 } });
const world = parseWorld({ targets: { count: 5, speedMetresPerSecond: [5, 20] } });

test('the closed form agrees with stepping from mirror to mirror', () => {
  for (const [start, rate] of [
    [3, 0.7],
    [3, -0.7],
    [0, -2.3],
    [10, 4],
    [5, 0],
  ]) {
    let value = start;
    let velocity = rate;
    for (let step = 0; step <= 400; step++) {
      const closed = reflect(start, rate, step * 0.25, 0, 10);
      expect(closed.value).toBeCloseTo(value, 9);
      value += velocity * 0.25;
      if (value > 10) [value, velocity] = [20 - value, -velocity];
      if (value < 0) [value, velocity] = [-value, -velocity];
    }
  }
});

test('the rate changes its sign at each mirror and keeps its size', () => {
  expect(reflect(9, 1, 0.5, 0, 10)).toEqual({ value: 9.5, rate: 1 });
  expect(reflect(9, 1, 2, 0, 10)).toEqual({ value: 9, rate: -1 });
  expect(reflect(9, 1, 12, 0, 10)).toEqual({ value: 1, rate: 1 });
  expect(reflect(9, -1, 10, 0, 10)).toEqual({ value: 1, rate: 1 });
});

test('between mirrors that coincide a coordinate rests', () => {
  expect(reflect(7, 3, 5, 7, 7)).toEqual({ value: 7, rate: 0 });
});

test('targets stay in the area and the height range up to the last slot there is', () => {
  const climbing = parseWorld({ targets: [{ positionMetres: [1, 2, 30], velocityMetresPerSecond: [33, -41, 7] }] });
  for (const slot of [0, 1, 100, 12345, 10 ** 6, 2 ** 32 - 1]) {
    const [{ position, velocity }] = targetsAt(climbing, network, slot);
    for (const axis of [0, 1]) {
      expect(position[axis]).toBeGreaterThanOrEqual(0);
      expect(position[axis]).toBeLessThanOrEqual(network.areaSideMetres);
    }
    expect(position[2]).toBeGreaterThanOrEqual(20);
    expect(position[2]).toBeLessThanOrEqual(100);
    expect(velocity.map(Math.abs)).toEqual([33, 41, 7]);
  }
});

test('at slot 0 a target stands where the scenario puts it, and moves by its velocity times the slot period', () => {
  const one = parseWorld({ targets: [{ positionMetres: [100, 200, 50], velocityMetresPerSecond: [10, -5, 0] }] });
  expect(targetsAt(one, network, 0)).toEqual([{ id: 0, position: [100, 200, 50], velocity: [10, -5, 0] }]);
  expect(targetsAt(one, network, 20)[0].position).toEqual([110, 195, 50]);
});

test('places that are not given are drawn from the layout seed, each target by its own name', () => {
  const places = (count: number, layoutSeed: number) =>
    targetsAt(parseWorld({ targets: { count } }), parseNetwork({ layoutSeed }), 0).map(({ position }) => position);
  expect(places(5, 1)).toEqual(places(9, 1).slice(0, 5));
  expect(places(5, 1)).not.toEqual(places(5, 2));
  expect(targetsAt(world, network, 7)).toEqual(targetsAt(world, structuredClone(network), 7));
});
