import { degToRad, rcsCovariance } from '@vedetta/channel';
import { type Deployment, deployNetwork, estimatesAt, follows, planSlot } from '@vedetta/deployment';
import { type Point, parseNetwork } from '@vedetta/scenario';
import { describe, expect, it } from 'vitest';
import { buildGlrtCase, buildInterferers, computeJointStatistic, createReceiverBank } from './index.ts';
import { drawTransmission } from './long-term/draw-transmission.ts';
import { equalPower } from './network-support.ts';
import { drawsNamed, relativeDifference } from './test-support.ts';

const targetEstimatesMetres: readonly Point[] = [
  [120, 100, 40],
  [160, 130, 60],
  [400, 300, 30],
];

function network(sensing: Record<string, unknown>): Deployment {
  return deployNetwork(
    parseNetwork({
      areaSideMetres: 500,
      accessPoints: { count: 14, antennaCount: 4 },
      users: { count: 6, pilotLength: 6 },
      block: { coherenceSamples: 20, sensingSamples: 20 },
      sensing: { phase: 'tracking', targetEstimatesMetres, transmitPerRegion: 3, receivePerRegion: 2, ...sensing },
    }),
  );
}

/** One slot on air, with noise for every receive AP that looks. */
function look(deployment: Deployment, slot: number) {
  const plan = planSlot(deployment, slot);
  const power = equalPower(deployment, plan);
  const { blocks } = drawTransmission(deployment, plan, power, slot, 4_000_000_000);
  const bank = createReceiverBank(deployment);
  bank.beginSlot(plan, blocks);
  const rows = deployment.network.accessPoints.antennaCount * deployment.network.block.sensingSamples;
  const looks = plan.inspections.flatMap((inspection) =>
    inspection.receive.map((accessPoint) => ({
      inspection,
      received: { accessPoint, slot, observation: drawsNamed(`followed/${accessPoint}`).normal(rows, 1) },
    })),
  );
  return { plan, blocks, bank, looks };
}

function othersOf(deployment: Deployment, slot: number, target: number) {
  if (!follows(deployment)) throw new Error('follows nothing');
  return estimatesAt(deployment, slot).filter((_, l) => l !== target);
}

describe.each([
  ['positions', {}],
  ['directions that err', { angleErrorDeg: 0.6 }],
  ['one target a slot', { association: 'UC', angleErrorDeg: 0.6 }],
  ['an echo set of two', { echoSet: { nearest: 2 } }],
  ['clutter between nodes of arrival', { echoSet: { nearest: 3 }, clutterSet: { azimuthNodes: 12 } }],
])('a network that follows targets, %s', (_, sensing) => {
  it('tests each beside all its other targets, also those the slot does not inspect, where its detector is joint-glrt', () => {
    const deployment = network(sensing);
    for (const slot of [0, 5]) {
      const { bank, looks } = look(deployment, slot);
      expect(looks.length).toBeGreaterThan(0);
      for (const { inspection, received } of looks) {
        const beside = othersOf(deployment, slot, inspection.region);
        expect(beside).toHaveLength(2);
        const local = bank.localStatistic(inspection, received);
        expect(local).toEqual(bank.localStatistic({ ...inspection, beside }, received));
        expect(local).not.toEqual(bank.localStatistic({ ...inspection, beside: [] }, received));
        expect(bank.localMeans(inspection, received.accessPoint, [])).toEqual(
          bank.localMeans({ ...inspection, beside }, received.accessPoint, []),
        );
      }
    }
  });

  it('tests each alone where its detector is glrt', () => {
    const deployment = network({ ...sensing, detector: 'glrt' });
    const { bank, looks } = look(deployment, 0);
    for (const { inspection, received } of looks)
      expect(bank.localStatistic(inspection, received)).toEqual(
        bank.localStatistic({ ...inspection, beside: [] }, received),
      );
  });

  it('writes out what it takes out: the joint statistic of the written-out case is the bank’s', () => {
    const deployment = network(sensing);
    const { plan, blocks, bank, looks } = look(deployment, 0);
    for (const { inspection, received } of looks) {
      const knowledge = { accessPoint: received.accessPoint, deployment, plan, blocks };
      const interferers = buildInterferers(knowledge, inspection);
      const joint = computeJointStatistic(buildGlrtCase(knowledge, inspection, received), interferers);
      const local = bank.localStatistic(inspection, received);
      expect(joint.rank).toBe(local.rank);
      expect(relativeDifference(joint.statistic, local.statistic)).toBeLessThan(1e-7);
    }
  });
});

describe('a network that follows targets with hundreds of transmit APs', () => {
  const deployment = deployNetwork(
    parseNetwork({
      areaSideMetres: 2000,
      accessPoints: { count: 420, antennaCount: 4 },
      users: { count: 300, pilotLength: 10 },
      block: { coherenceSamples: 10, sensingSamples: 8 },
      sensing: { phase: 'tracking', targetEstimatesMetres, transmitPerRegion: 3, receivePerRegion: 1 },
    }),
  );
  const { plan, blocks, bank, looks } = look(deployment, 0);
  const loud = targetEstimatesMetres.map((position) => ({
    position,
    rcsCovariance: rcsCovariance(
      position,
      blocks.map(({ accessPoint }) => deployment.accessPoints[accessPoint].position),
      1e6,
      degToRad(15),
    ),
  }));

  it('takes all that comes from the others’ directions out of a test, and keeps its law beside their echoes', () => {
    for (const { inspection, received } of looks) {
      const beside = loud.filter((_, l) => l !== inspection.region);
      const means = bank.localMeans(inspection, received.accessPoint, beside);
      expect(means).toHaveLength(8);
      for (const mean of means) expect(Math.abs(mean - 1)).toBeLessThan(1e-8);
      const alone = bank.localMeans({ ...inspection, beside: [] }, received.accessPoint, beside);
      expect(Math.max(...alone)).toBeGreaterThan(10);
    }
  });

  it('writes it out as it is taken: a column for every sample, and the statistic is the bank’s', () => {
    const [{ inspection, received }] = looks;
    const knowledge = { accessPoint: received.accessPoint, deployment, plan, blocks };
    const interferers = buildInterferers(knowledge, inspection);
    expect(interferers.map(({ columns }) => columns)).toEqual([8, 8]);
    const joint = computeJointStatistic(buildGlrtCase(knowledge, inspection, received), interferers);
    const local = bank.localStatistic(inspection, received);
    expect(joint.rank).toBe(local.rank);
    expect(relativeDifference(joint.statistic, local.statistic)).toBeLessThan(1e-7);
  });
});
