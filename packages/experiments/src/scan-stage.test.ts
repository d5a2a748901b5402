import { deployNetwork, planSlot, sweepSlots } from '@vedetta/deployment';
import { echoingTargets, targetsAt } from '@vedetta/world';
import { expect, it } from 'vitest';
import { experiments } from './registry.ts';

const staged = experiments.flatMap(({ name, points }) =>
  points('quick').map((point) => [name, point.name, point.scenario] as const),
);

it.each(
  staged,
)('%s, %s: half of the slots of a sweep are without echoes, and in the others every target is seen once', (_, __, scenario) => {
  const deployment = deployNetwork(scenario.network);
  const seen: number[] = [];
  let empty = 0;
  for (let slot = 0; slot < sweepSlots(deployment); slot++) {
    const targets = targetsAt(scenario.world, scenario.network, slot);
    const echoing = echoingTargets(deployment, scenario.world, planSlot(deployment, slot), targets);
    if (echoing.length === 0) empty++;
    seen.push(...echoing.map(({ id }) => id));
  }
  expect(empty).toBe(sweepSlots(deployment) / 2);
  expect(seen.sort((a, b) => a - b)).toEqual(scenario.world.targets.map((_, id) => id));
});
