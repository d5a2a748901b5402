import { expect, test } from 'vitest';
import { deployNetwork } from './deploy-network.ts';
import { assignPilots } from './pilots.ts';
import { testNetwork } from './test-network.ts';

test.each(['random', 'greedy'])('%s pilots are shared only once all are in use', (pilotAssignment) => {
  const { pilotIndex } = deployNetwork(testNetwork({ users: { count: 27, pilotLength: 10, pilotAssignment } }));
  expect(new Set(pilotIndex.slice(0, 10)).size).toBe(10);
  for (const pilot of pilotIndex) expect(Number.isInteger(pilot) && pilot >= 0 && pilot < 10).toBe(true);
  if (pilotAssignment === 'random') expect(new Set(pilotIndex.slice(10, 20)).size).toBe(10);
});

test('random pilots depend on the layout seed, and more UEs leave those of the first ones alone', () => {
  const pilots = (layoutSeed: number, count: number) =>
    deployNetwork(testNetwork({ layoutSeed, users: { count } })).pilotIndex;
  expect(pilots(1, 16)).not.toEqual(pilots(2, 16));
  expect(pilots(1, 12)).toEqual(pilots(1, 16).slice(0, 12));
});

test('greedy gives a UE the pilot whose users disturb its serving APs least', () => {
  const network = testNetwork({ users: { count: 3, pilotLength: 2, pilotAssignment: 'greedy' } });
  const gains = [
    [1, 0.25, 0.5],
    [0.125, 1, 0.5],
  ];
  const gain = (m: number, k: number) => gains[m][k];
  expect(assignPilots(network, [[0], [1], [0]], gain)).toEqual([0, 1, 1]);
  expect(assignPilots(network, [[0], [1], [1]], gain)).toEqual([0, 1, 0]);
});
