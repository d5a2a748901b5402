import { echoGain } from '@vedetta/channel';
import { presetNames, presetScenario } from '@vedetta/scenario';
import { expect, test } from 'vitest';
import { deployNetwork } from './deploy-network.ts';
import { testNetwork } from './test-network.ts';

test('two processes deploy the same network', () => {
  const network = testNetwork({ accessPoints: { axis: 'random' }, propagation: { apToApPathLoss: 'mixed' } });
  const [one, other] = [deployNetwork(network), deployNetwork(structuredClone(network))];
  expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  expect(one.clutterLink(one.receiveAccessPoints[0], one.transmitAccessPoints[0])).toEqual(
    other.clutterLink(one.receiveAccessPoints[0], one.transmitAccessPoints[0]),
  );
});

test('the noise of the baseline is −174 dBm/Hz over 20 MHz', () => {
  expect(10 * Math.log10(deployNetwork(testNetwork()).noiseVariance) + 30).toBeCloseTo(-174 + 10 * Math.log10(20e6), 9);
});

test('β is the product of the two AP–target gains, times 4π/λ² by the radar equation', () => {
  const position = [123, 234, 50] as const;
  const product = deployNetwork(testNetwork({ propagation: { targetGain: 'product' } }));
  const radar = deployNetwork(testNetwork());
  const beta = product.echoGain(position, 2, 5);
  expect(beta / (product.targetGain(2, position) * product.targetGain(5, position))).toBeCloseTo(1, 12);
  expect(10 * Math.log10(radar.echoGain(position, 2, 5) / beta)).toBeCloseTo(27.47, 1);
  const places = radar.accessPoints.map((ap) => ap.position);
  expect(radar.echoGain(position, 2, 5)).toBe(echoGain(radar.network.propagation, places[2], position, places[5]));
});

test('steering vectors have ‖a‖² = N and follow the direction cosine along the axis', () => {
  const deployment = deployNetwork(testNetwork({ accessPoints: { axis: 'random' } }));
  const { axis, position } = deployment.accessPoints[6];
  const target = [200, 300, 80] as const;
  const offset = target.map((value, i) => value - position[i]);
  const cosine = (offset[0] * axis[0] + offset[1] * axis[1]) / Math.hypot(...offset);
  const a = deployment.steering(6, target);
  for (let n = 0; n < 4; n++) {
    expect(a.re[n]).toBeCloseTo(Math.cos(Math.PI * n * cosine), 12);
    expect(a.im[n]).toBeCloseTo(Math.sin(Math.PI * n * cosine), 12);
  }
});

test('a network of 1,024 APs deploys without computing its links', () => {
  const network = testNetwork({
    areaSideMetres: 5657,
    accessPoints: { count: 1024 },
    users: { count: 256 },
    sensing: { regions: 256 },
  });
  const deployment = deployNetwork(network);
  expect(deployment.transmitAccessPoints).toHaveLength(768);
  const [receive, transmit] = [deployment.receiveAccessPoints[0], deployment.transmitAccessPoints[0]];
  expect(deployment.clutterLink(receive, transmit)).toBe(deployment.clutterLink(receive, transmit));
});

test.each([...presetNames])('preset %s deploys, and every region has its APs', (name) => {
  const { network } = presetScenario(name);
  const deployment = deployNetwork(network);
  for (const region of deployment.regions) {
    expect(region.transmit).toHaveLength(network.sensing.transmitPerRegion);
    expect(region.receive).toHaveLength(network.sensing.receivePerRegion);
  }
});

test('APs at one place and a UE right below an AP have finite statistics, and no scatter between the two APs', () => {
  const positionsMetres = Array.from({ length: 8 }, (_, i) => [50 * (i >> 1), 60] as const);
  const network = testNetwork({
    accessPoints: { positionsMetres },
    users: { positionsMetres: [[0, 60]] },
    sensing: { regions: 1 },
  });
  const deployment = deployNetwork(network);
  const link = deployment.clutterLink(0, 1);
  expect(link.power).toBe(0);
  for (const { re, im } of [link.receiveCorrelation, link.transmitCorrelation, deployment.userCorrelation(0, 0)]) {
    expect([...re, ...im].every(Number.isFinite)).toBe(true);
  }
  expect(deployment.userGain(0, 0)).toBeGreaterThan(0);
  expect([...deployment.steering(0, [0, 60, 10]).re]).toEqual([1, 1, 1, 1]);
});
