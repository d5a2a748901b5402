import { expect, test } from 'vitest';
import { deployNetwork } from './deploy-network.ts';
import { testNetwork } from './test-network.ts';
import type { Deployment } from './types.ts';

function planar(deployment: Deployment, region: number, id: number): number {
  const { centre } = deployment.regions[region];
  const { position } = deployment.accessPoints[id];
  return Math.hypot(position[0] - centre[0], position[1] - centre[1]);
}

test('each region in turn takes the nearest APs not yet taken, the rest transmit', () => {
  const deployment = deployNetwork(testNetwork({ accessPoints: { count: 30 }, sensing: { receivePerRegion: 2 } }));
  const taken = new Set<number>();
  for (const region of deployment.regions) {
    expect(region.receive).toHaveLength(2);
    const farthest = Math.max(...region.receive.map((id) => planar(deployment, region.id, id)));
    for (const id of region.receive) {
      expect(taken.has(id)).toBe(false);
      taken.add(id);
    }
    for (const { id } of deployment.accessPoints) {
      if (!taken.has(id)) expect(planar(deployment, region.id, id)).toBeGreaterThanOrEqual(farthest);
    }
  }
  expect(deployment.receiveAccessPoints).toEqual([...taken].sort((a, b) => a - b));
  expect(deployment.transmitAccessPoints).toEqual(
    deployment.accessPoints.map(({ id }) => id).filter((id) => !taken.has(id)),
  );
  for (const { id, role } of deployment.accessPoints) expect(role).toBe(taken.has(id) ? 'receive' : 'transmit');
});

test('the M_tx nearest transmit APs illuminate a region', () => {
  const deployment = deployNetwork(testNetwork());
  for (const region of deployment.regions) {
    const byDistance = [...deployment.transmitAccessPoints].sort(
      (a, b) => planar(deployment, region.id, a) - planar(deployment, region.id, b),
    );
    expect(region.transmit).toEqual(byDistance.slice(0, 4).sort((a, b) => a - b));
  }
});

test('the baseline has 9 receive and 7 transmit APs', () => {
  const deployment = deployNetwork(testNetwork());
  expect(deployment.receiveAccessPoints).toHaveLength(9);
  expect(deployment.transmitAccessPoints).toHaveLength(7);
});

test.each(['UC', 'CF'])('in %s every AP senses every region', (association) => {
  const deployment = deployNetwork(testNetwork({ sensing: { association } }));
  for (const region of deployment.regions) {
    expect(region.transmit).toEqual(deployment.transmitAccessPoints);
    expect(region.receive).toEqual(deployment.receiveAccessPoints);
  }
});

test('permuting the list of APs permutes the deployment and nothing else', () => {
  const places = Array.from({ length: 16 }, (_, i) => [(i * 97.3 + 11) % 400, (i * 61.7 + 5) % 400] as const);
  const order = places.map((_, i) => (i * 7 + 3) % 16);
  const deploy = (positionsMetres: readonly (readonly [number, number])[]) =>
    deployNetwork(
      testNetwork({ areaSideMetres: 400, propagation: { shadowFading: false }, accessPoints: { positionsMetres } }),
    );
  const original = deploy(places);
  const permuted = deploy(order.map((i) => places[i]));
  const relabel = (ids: readonly number[]) => ids.map((id) => order[id]).sort((a, b) => a - b);
  expect(relabel(permuted.receiveAccessPoints)).toEqual(original.receiveAccessPoints);
  expect(permuted.regions.map((region) => relabel(region.receive))).toEqual(original.regions.map((r) => r.receive));
  expect(permuted.regions.map((region) => relabel(region.transmit))).toEqual(original.regions.map((r) => r.transmit));
  expect(permuted.servedBy.map(relabel)).toEqual(original.servedBy);
});

test('too few APs, or none left to transmit, are refused with a code', () => {
  const network = testNetwork();
  const withCount = (count: number) => ({ ...network, accessPoints: { ...network.accessPoints, count } });
  expect(() => deployNetwork(withCount(8))).toThrow(expect.objectContaining({ code: 'TOO_FEW_ACCESS_POINTS' }));
  expect(() => deployNetwork(withCount(9))).toThrow(expect.objectContaining({ code: 'NO_TRANSMIT_ACCESS_POINT' }));
});
