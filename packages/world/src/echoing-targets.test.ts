import { cellAt, deployNetwork, planSlot, sweepSlots } from '@vedetta/deployment';
import { parseNetwork, parseWorld } from '@vedetta/scenario';
import { expect, test } from 'vitest';
import { echoingTargets } from './echoing-targets.ts';
import { targetsAt } from './targets-at.ts';

const deployment = deployNetwork(parseNetwork({}));

test('with `all` every target echoes in every slot', () => {
  const world = parseWorld({ targets: { count: 6 } });
  const targets = targetsAt(world, deployment.network, 3);
  expect(echoingTargets(deployment, world, planSlot(deployment, 3), targets)).toEqual(targets);
});

test('with `inspected` a resting target echoes in exactly one slot of a sweep: when its own cell is inspected', () => {
  const world = parseWorld({ targets: { count: 6 }, otherEchoes: 'inspected' });
  const targets = targetsAt(world, deployment.network, 0);
  const seen = targets.map(() => 0);
  for (let slot = 0; slot < sweepSlots(deployment); slot++) {
    const plan = planSlot(deployment, slot);
    for (const { id, position } of echoingTargets(deployment, world, plan, targets)) {
      seen[id] += 1;
      const place = cellAt(deployment.network, position);
      expect(plan.inspections.find(({ region }) => region === place?.region)?.cell).toBe(place?.cell);
    }
  }
  expect(seen).toEqual(targets.map(() => 1));
});

test('with `inspected` a target above the scanned heights never echoes', () => {
  const world = parseWorld({
    targets: [{ positionMetres: [100, 100, 150] }],
    targetHeightRangeMetres: [20, 200],
    otherEchoes: 'inspected',
  });
  const targets = targetsAt(world, deployment.network, 0);
  for (let slot = 0; slot < sweepSlots(deployment); slot++) {
    expect(echoingTargets(deployment, world, planSlot(deployment, slot), targets)).toEqual([]);
  }
});
