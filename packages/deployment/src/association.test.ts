import { expect, test } from 'vitest';
import { deployNetwork } from './deploy-network.ts';
import { testNetwork } from './test-network.ts';

test.each(['UTC', 'UC'])('in %s a UE is served by the 4 transmit APs with the largest gain', (association) => {
  const deployment = deployNetwork(testNetwork({ accessPoints: { count: 25 }, sensing: { association } }));
  for (const { id } of deployment.users) {
    const serving = deployment.servedBy[id];
    expect(serving).toHaveLength(4);
    expect(serving).toEqual([...serving].sort((a, b) => a - b));
    const weakest = Math.min(...serving.map((m) => deployment.userGain(m, id)));
    for (const m of deployment.transmitAccessPoints) {
      if (!serving.includes(m)) expect(deployment.userGain(m, id)).toBeLessThanOrEqual(weakest);
    }
  }
});

test.each(['TC', 'CF'])('in %s every UE is served by every transmit AP', (association) => {
  const deployment = deployNetwork(testNetwork({ sensing: { association } }));
  for (const serving of deployment.servedBy) expect(serving).toEqual(deployment.transmitAccessPoints);
});

test('K_m and M_k are the same relation read from both ends', () => {
  const deployment = deployNetwork(testNetwork());
  for (const { id: m } of deployment.accessPoints) {
    const users = deployment.users.map(({ id }) => id).filter((k) => deployment.servedBy[k].includes(m));
    expect(deployment.usersOf[m]).toEqual(users);
  }
  for (const m of deployment.receiveAccessPoints) expect(deployment.usersOf[m]).toEqual([]);
});

test('a network without users deploys', () => {
  const deployment = deployNetwork(testNetwork({ users: { count: 0 } }));
  expect(deployment.servedBy).toEqual([]);
  expect(deployment.pilotIndex).toEqual([]);
});
