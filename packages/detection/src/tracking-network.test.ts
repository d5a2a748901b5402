import { dbToLinear, degToRad, rcsCovariance } from '@vedetta/channel';
import { deployTracking, planTracking, type TargetEstimate } from '@vedetta/deployment';
import { drawKey } from '@vedetta/numerics';
import { type Network, type Point, parseNetwork } from '@vedetta/scenario';
import { drawAngleError } from '@vedetta/signal';
import { describe, expect, it } from 'vitest';
import {
  alarmMeans,
  buildTrackingCase,
  clutterCovariance,
  computeSicnr,
  computeStatistic,
  computeTrackingStatistics,
  createReceiverBank,
  designTrackingReceivers,
  echoMatrix,
  powerRatio,
} from './index.ts';
import { drawTransmission } from './long-term/draw-transmission.ts';
import { equalPower } from './network-support.ts';
import * as count from './operations.ts';
import { drawsNamed, relativeDifference, scaled } from './test-support.ts';

const positions: readonly Point[] = [
  [120, 100, 40],
  [160, 130, 60],
  [400, 300, 30],
];

/** A network that follows three targets, two of them near each other, with what is on air and what each receive AP knows. */
function tracking(network: Network, deviation: number) {
  const key = drawKey(1, 'detection/test/angle-error');
  const estimates = positions.map((position, l): TargetEstimate => {
    if (deviation === 0) return { position };
    return { position, angleError: drawAngleError(key, 0, l, deviation) };
  });
  const deployment = deployTracking(network, estimates);
  const plan = planTracking(deployment, 0);
  const power = equalPower(deployment, plan);
  const { blocks, symbols } = drawTransmission(deployment, plan, power, 0, 4_000_000_000);
  const transmit = blocks.map(({ accessPoint }) => deployment.accessPoints[accessPoint].position);
  const echoes = positions.map((position) => ({
    position,
    rcsCovariance: rcsCovariance(position, transmit, dbToLinear(10), degToRad(15)),
  }));
  const knowledge = (accessPoint: number) => ({ accessPoint, deployment, plan, blocks });
  const received = (accessPoint: number) => {
    const rows = network.accessPoints.antennaCount * network.block.sensingSamples;
    const white = drawsNamed(`tracked/${accessPoint}`).normal(rows, 1);
    return { accessPoint, slot: 0, observation: scaled(white, 3 * Math.sqrt(deployment.noiseVariance)) };
  };
  const scatterers = (accessPoint: number) =>
    echoes.map(({ position, rcsCovariance }) => ({
      echo: echoMatrix(deployment, accessPoint, position, blocks),
      rcsCovariance,
    }));
  const situation = { power, symbols };
  return { estimates, deployment, plan, blocks, situation, echoes, knowledge, received, scatterers };
}

const network = parseNetwork({
  areaSideMetres: 500,
  accessPoints: { count: 14, antennaCount: 4 },
  users: { count: 6, pilotLength: 6 },
  block: { coherenceSamples: 20, sensingSamples: 20 },
  sensing: { regions: 1, transmitPerRegion: 3, receivePerRegion: 2 },
});

describe.each([
  ['known positions', network, 0],
  ['an angle error of 0.01 rad', network, 1e-2],
  ['an echo set of two', { ...network, sensing: { ...network.sensing, echoSet: { nearest: 2 } } }, 1e-2],
  ['more transmit APs than samples', { ...network, block: { ...network.block, sensingSamples: 6 } }, 1e-2],
] as [string, Network, number][])('a network that follows targets, %s', (_, tracked, deviation) => {
  const { estimates, deployment, plan, blocks, echoes, knowledge, received, scatterers } = tracking(tracked, deviation);
  const bank = createReceiverBank(deployment);
  bank.beginSlot(plan, blocks);

  it('the bank’s statistic of a followed target is the local statistic (44) of the written-out case', () => {
    for (const inspection of plan.inspections)
      for (const accessPoint of inspection.receive) {
        const block = received(accessPoint);
        const trackingCase = buildTrackingCase(knowledge(accessPoint), estimates, block);
        const [local] = computeTrackingStatistics(trackingCase, 'glrt', [inspection.region]);
        const one = bank.localStatistic(inspection, block);
        expect(one.rank).toBe(local.rank);
        expect(local.rank).toBe(Math.min(trackingCase.targets[0].echo.columns, tracked.block.sensingSamples));
        expect(relativeDifference(one.statistic, local.statistic)).toBeLessThan(1e-9);
        const { observation, covariance } = trackingCase;
        const alone = computeStatistic({ echo: trackingCase.targets[inspection.region].echo, observation, covariance });
        expect(relativeDifference(alone.statistic, local.statistic)).toBeLessThan(1e-9);
      }
  });

  it('its SICNR (45) is that of the written-out receivers and echoes', () => {
    for (const inspection of plan.inspections) {
      const l = inspection.region;
      const powers = inspection.receive.map((accessPoint) => bank.outputPowers(inspection, accessPoint, echoes));
      const parts = inspection.receive.map((accessPoint) => {
        const trackingCase = buildTrackingCase(knowledge(accessPoint), estimates, received(accessPoint));
        const [{ weights }] = designTrackingReceivers(trackingCase, 'glrt', [l]);
        const all = scatterers(accessPoint);
        return { weights, ...all[l], interferers: all.filter((_, other) => other !== l) };
      });
      const sicnr = computeSicnr(parts);
      expect(sicnr).toBeGreaterThan(0);
      expect(relativeDifference(powerRatio(powers, l), sicnr)).toBeLessThan(1e-8);
      for (const [m, { disturbance }] of powers.entries())
        expect(relativeDifference(disturbance, parts[m].weights.columns)).toBeLessThan(1e-9);
    }
  });

  it('beside the other targets, the bank’s statistic, means and SICNR are those of the written-out joint-glrt', () => {
    for (const inspection of plan.inspections) {
      const l = inspection.region;
      const beside = estimates.filter((_, other) => other !== l);
      for (const accessPoint of inspection.receive) {
        const block = received(accessPoint);
        const trackingCase = buildTrackingCase(knowledge(accessPoint), estimates, block);
        const [joint] = designTrackingReceivers(trackingCase, 'joint-glrt', [l]);
        const local = bank.localStatistic({ ...inspection, beside }, block);
        expect(local.rank).toBe(joint.rank);
        // Directions that a near target covers to 1e-9 do not count, so the rank may be lower than that of the target alone.
        expect(joint.rank).toBeGreaterThan(0);
        expect(relativeDifference(local.statistic, joint.statistic)).toBeLessThan(1e-7);
        const all = scatterers(accessPoint);
        const means = bank.localMeans({ ...inspection, beside }, accessPoint, echoes);
        alarmMeans(joint.weights, clutterCovariance(knowledge(accessPoint)), all).forEach((mean, i) => {
          expect(relativeDifference(means[i], mean)).toBeLessThan(1e-7);
        });
        const powers = bank.outputPowers({ ...inspection, beside }, accessPoint, echoes);
        const interferers = all.filter((_, other) => other !== l);
        const sicnr = computeSicnr([{ weights: joint.weights, ...all[l], interferers }]);
        expect(relativeDifference(powerRatio([powers], l), sicnr)).toBeLessThan(1e-7);
      }
      // What was asked beside others leaves no trace in what is asked alone.
      const [accessPoint] = inspection.receive;
      const fresh = createReceiverBank(deployment);
      fresh.beginSlot(plan, blocks);
      const block = received(accessPoint);
      expect(bank.localStatistic(inspection, block)).toEqual(fresh.localStatistic(inspection, block));
      expect(bank.localStatistic({ ...inspection, beside: [] }, block)).toEqual(
        fresh.localStatistic(inspection, block),
      );
    }
  });

  it('beams, both ends of D̂ and the interferers’ D_o point at the estimates, echoes come from the positions', () => {
    const [accessPoint] = deployment.targets[0].receive;
    const { targets } = buildTrackingCase(knowledge(accessPoint), estimates, received(accessPoint));
    const known = scatterers(accessPoint);
    targets.forEach(({ echo, interference = echo }, l) => {
      expect(interference.columns).toBe(blocks.length);
      const distance = Math.hypot(...interference.re.map((re, i) => re - known[l].echo.re[i]));
      const size = Math.hypot(...known[l].echo.re);
      if (deviation === 0) expect(distance).toBe(0);
      else {
        expect(distance / size).toBeGreaterThan(1e-4);
        expect(distance / size).toBeLessThan(0.3);
      }
    });
  });
});

describe('joint-glrt in a network that follows targets', () => {
  it('at known positions the echoes of the others leave its law Gamma, and glrt’s far from it', () => {
    const { estimates, plan, knowledge, received, scatterers } = tracking(network, 0);
    for (const { region, receive } of plan.inspections.slice(0, 2))
      for (const accessPoint of receive) {
        const trackingCase = buildTrackingCase(knowledge(accessPoint), estimates, received(accessPoint));
        const others = scatterers(accessPoint).filter((_, l) => l !== region);
        const excess = (['joint-glrt', 'glrt'] as const).map((detector) => {
          const [{ weights, rank }] = designTrackingReceivers(trackingCase, detector, [region]);
          expect(rank).toBe(trackingCase.targets[region].echo.columns);
          const means = alarmMeans(weights, clutterCovariance(knowledge(accessPoint)), others);
          return Math.max(...means) - 1;
        });
        expect(excess[0]).toBeLessThan(1e-6);
        expect(excess[1]).toBeGreaterThan(0.1);
      }
  });

  it('all targets of a receiver share one basis and one factor; taking the others out is counted', () => {
    const { estimates, deployment, plan, blocks, received } = tracking(network, 0);
    const bank = createReceiverBank(deployment);
    bank.beginSlot(plan, blocks);
    const [inspection] = plan.inspections;
    const [accessPoint] = inspection.receive;
    const block = received(accessPoint);
    const work = (beside: readonly TargetEstimate[]) => {
      const before = bank.operations;
      bank.localStatistic({ ...inspection, beside }, block);
      return bank.operations - before;
    };
    const [first, alone] = [work([]), work([])];
    // q: one time profile for each UE and each beam.
    const beams = plan.inspections.reduce((sum, { transmit }) => sum + transmit.length, 0);
    const size = (deployment.users.length + beams) * network.accessPoints.antennaCount;
    expect(first - alone).toBeGreaterThan(count.choleskyOperations(size));
    const joint = work(estimates.slice(1));
    const [own, others] = [blocks.length, 2 * blocks.length];
    expect(joint).toBeGreaterThan(alone + count.jointOperations(size, others, own));
    // Three times the columns: less than three squared times the work, without another factor.
    expect(joint - count.jointOperations(size, others, own)).toBeLessThan(9 * alone);
  });

  it('receivers that know part of the clutter alone are refused', () => {
    const partly = (clutterSet: Network['sensing']['clutterSet']) =>
      tracking({ ...network, sensing: { ...network.sensing, echoSet: { nearest: 3 }, clutterSet } }, 0);
    const nodes = partly({ azimuthNodes: 24, withinMetres: null });
    expect(() => buildTrackingCase(nodes.knowledge(0), nodes.estimates, nodes.received(0))).toThrow('clutterSet');
    const { deployment, plan, blocks, estimates, situation } = partly({ strongest: 3 });
    const bank = createReceiverBank(deployment);
    bank.beginSlot(plan, blocks, situation);
    const [inspection] = plan.inspections;
    const beside = { ...inspection, beside: estimates.slice(1) };
    expect(() => bank.localMeans(beside, inspection.receive[0], [])).toThrow('beside');
  });

  it.each([
    ['the strongest', { clutterSet: { strongest: 2 }, echoSet: { nearest: 2 } }, false],
    ['those within some metres', { clutterSet: { azimuthNodes: 24, withinMetres: 9000 } }, false],
    ['nearest ones, without clutter', { detector: 'clutter-unaware', echoSet: { nearest: 2 } }, false],
    ['all', { echoSet: { nearest: 2 } }, true],
    ['all between nodes', { clutterSet: { azimuthNodes: 24, withinMetres: null }, echoSet: { nearest: 2 } }, true],
    ['all without clutter', { detector: 'clutter-unaware' }, true],
  ] satisfies [
    string,
    Partial<Network['sensing']>,
    boolean,
  ][])('who knows %s takes targets out of a test in every slot or in none, whoever is on air', (_, sensing, isAble) => {
    const { deployment, plan, blocks, estimates, situation } = tracking(
      { ...network, sensing: { ...network.sensing, ...sensing } },
      0,
    );
    const [inspection] = plan.inspections;
    const beside = { ...inspection, beside: estimates.slice(1) };
    const bank = createReceiverBank(deployment);
    // Two on air are known to every one of these receivers.
    for (const onAir of [blocks, blocks.slice(0, 2)]) {
      const ids = onAir.map(({ accessPoint }) => accessPoint);
      const power = situation.power.filter(({ accessPoint }) => ids.includes(accessPoint));
      bank.beginSlot(plan, onAir, { ...situation, power });
      const test = () => bank.localMeans(beside, inspection.receive[0], []).length;
      if (isAble) expect(test()).toBeGreaterThanOrEqual(0);
      else expect(test).toThrow('beside: targets can be projected out where the clutter set');
    }
  });
});
