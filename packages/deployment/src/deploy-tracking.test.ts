import type { Point } from '@vedetta/scenario';
import { expect, test } from 'vitest';
import { deployNetwork } from './deploy-network.ts';
import { deployTracking } from './deploy-tracking.ts';
import { planTracking } from './plan-tracking.ts';
import { testNetwork } from './test-network.ts';
import type { TrackingDeployment } from './types.ts';

const positions: readonly Point[] = [
  [100, 120, 40],
  [130, 110, 70],
  [600, 300, 25],
  [350, 650, 90],
];
const estimates = positions.map((position) => ({ position }));

function distance({ accessPoints }: TrackingDeployment, id: number, [x, y, z]: Point): number {
  const { position } = accessPoints[id];
  return Math.hypot(position[0] - x, position[1] - y, position[2] - z);
}

test('each target in turn takes the M_rx nearest APs not yet taken, the rest transmit', () => {
  const network = testNetwork({ accessPoints: { count: 30 }, sensing: { receivePerRegion: 2 } });
  const deployment = deployTracking(network, estimates);
  const taken = new Set<number>();
  for (const { receive, position } of deployment.targets) {
    expect(receive).toHaveLength(2);
    const farthest = Math.max(...receive.map((id) => distance(deployment, id, position)));
    for (const id of receive) {
      expect(taken.has(id)).toBe(false);
      taken.add(id);
    }
    for (const { id } of deployment.accessPoints)
      if (!taken.has(id)) expect(distance(deployment, id, position)).toBeGreaterThanOrEqual(farthest);
  }
  expect(deployment.receiveAccessPoints).toEqual([...taken].sort((a, b) => a - b));
  for (const { id, role } of deployment.accessPoints) expect(role).toBe(taken.has(id) ? 'receive' : 'transmit');
});

test('the M_tx nearest transmit APs follow a target', () => {
  const deployment = deployTracking(testNetwork(), estimates);
  expect(deployment.transmitAccessPoints).toHaveLength(12);
  for (const { transmit, position } of deployment.targets) {
    const byDistance = [...deployment.transmitAccessPoints].sort(
      (a, b) => distance(deployment, a, position) - distance(deployment, b, position),
    );
    expect(transmit).toEqual(byDistance.slice(0, 4).sort((a, b) => a - b));
  }
});

test('places, axes and users are those of the detecting network; UEs are served by APs that now transmit', () => {
  const network = testNetwork();
  const scanning = deployNetwork(network);
  const deployment = deployTracking(network, estimates);
  const places = (d: typeof scanning) => d.accessPoints.map(({ id, position, axis }) => ({ id, position, axis }));
  expect(places(deployment)).toEqual(places(scanning));
  expect(deployment.users).toEqual(scanning.users);
  expect(deployment.regions).toEqual([]);
  for (const serving of deployment.servedBy) {
    expect(serving).toHaveLength(4);
    for (const id of serving) expect(deployment.accessPoints[id].role).toBe('transmit');
  }
});

test.each([
  ['UTC', 4, 4],
  ['TC', 4, 12],
  ['UC', 12, 4],
  ['CF', 12, 12],
])('%s: a target is followed by %i transmit APs, a UE is served by %i', (association, following, serving) => {
  const deployment = deployTracking(testNetwork({ sensing: { association } }), estimates);
  for (const { transmit } of deployment.targets) expect(transmit).toHaveLength(following);
  for (const ids of deployment.servedBy) expect(ids).toHaveLength(serving);
});

test.each(['UTC', 'TC'])('%s inspects every target in every slot, at its estimate, with its own APs', (association) => {
  const angleError = { azimuth: 0.01, elevation: -0.02 };
  const deployment = deployTracking(testNetwork({ sensing: { association } }), [
    { position: positions[0], angleError },
    ...estimates.slice(1),
  ]);
  const { slot, inspections } = planTracking(deployment, 5);
  expect(slot).toBe(5);
  expect(inspections).toEqual(
    deployment.targets.map(({ id, position, transmit, receive }) => ({
      index: id,
      phase: 'tracking',
      region: id,
      cell: 0,
      position,
      ...(id === 0 && { angleError }),
      transmit,
      receive,
    })),
  );
});

test.each(['UC', 'CF'])('%s follows one target a slot, with all APs, and rotates over the targets', (association) => {
  const deployment = deployTracking(testNetwork({ sensing: { association } }), estimates);
  const plans = Array.from({ length: 8 }, (_, slot) => planTracking(deployment, slot).inspections);
  expect(plans.map((inspections) => inspections.map(({ index, region }) => [index, region]))).toEqual(
    [0, 1, 2, 3, 0, 1, 2, 3].map((target) => [[0, target]]),
  );
  for (const [{ transmit, receive }] of plans) {
    expect(transmit).toEqual(deployment.transmitAccessPoints);
    expect(receive).toEqual(deployment.receiveAccessPoints);
  }
});

test('too many targets for the APs are refused with a code, no target leaves all APs to transmit', () => {
  const baseline = testNetwork();
  const network = { ...baseline, accessPoints: { ...baseline.accessPoints, count: 9 } };
  const many = (count: number) => Array.from({ length: count }, (_, i) => ({ position: [i, 0, 30] as const }));
  expect(() => deployTracking(network, many(10))).toThrow(expect.objectContaining({ code: 'TOO_FEW_ACCESS_POINTS' }));
  expect(() => deployTracking(network, many(9))).toThrow(expect.objectContaining({ code: 'NO_TRANSMIT_ACCESS_POINT' }));
  const idle = deployTracking(network, []);
  expect(idle.transmitAccessPoints).toHaveLength(9);
  expect(planTracking(idle, 3)).toEqual({ slot: 3, inspections: [] });
  expect(() => planTracking(idle, -1)).toThrow(expect.objectContaining({ code: 'SLOT_OUT_OF_RANGE' }));
});

test('an error of the angles turns every AP away from the target, each in the frame of its own array (12)', () => {
  const deployment = deployTracking(testNetwork({ accessPoints: { axis: 'random' } }), estimates);
  const angleError = { azimuth: 0.05, elevation: 0 };
  for (const { id } of deployment.accessPoints) {
    const known = deployment.steering(id, positions[0]);
    expect(deployment.steering(id, positions[0], undefined)).toEqual(known);
    expect(deployment.steering(id, positions[0], angleError).im[1]).not.toBe(known.im[1]);
  }
});
