import { type Deployment, deployNetwork, type Inspection, planSlot } from '@vedetta/deployment';
import { createComplexMatrix, hermitianEigenvalues } from '@vedetta/numerics';
import { type Network, presetScenario, type SensingConfig } from '@vedetta/scenario';
import type { TransmitBlock } from '@vedetta/signal';
import { describe, expect, it } from 'vitest';
import {
  alarmMeans,
  buildGlrtCase,
  clutterCovariance,
  computeStatistic,
  createReceiverBank,
  DetectionError,
  designReceiver,
  echoMatrix,
  selectEchoSet,
} from './index.ts';
import { drawsNamed, product, relativeDifference, scaled } from './test-support.ts';

function deploymentWith(sensing: Partial<SensingConfig>, change: (network: Network) => Network = (n) => n): Deployment {
  const { network } = presetScenario('small');
  return deployNetwork(change({ ...network, sensing: { ...network.sensing, ...sensing } }));
}

/** Blocks of random streams: all transmit APs share `streams`, or each has its own. */
function blocksOf(deployment: Deployment, name: string, streams = 0): TransmitBlock[] {
  const { antennaCount } = deployment.network.accessPoints;
  const { sensingSamples } = deployment.network.block;
  const draws = drawsNamed(name);
  const shared = draws.normal(sensingSamples, Math.max(streams, 1));
  return deployment.transmitAccessPoints.map((accessPoint) => ({
    accessPoint,
    samples: streams
      ? product('NN', shared, draws.normal(streams, antennaCount))
      : draws.normal(sensingSamples, antennaCount),
  }));
}

function received(deployment: Deployment, accessPoint: number, slot: number, strength = 1) {
  const rows = deployment.network.accessPoints.antennaCount * deployment.network.block.sensingSamples;
  const white = drawsNamed(`received ${accessPoint} ${slot}`).normal(rows, 1);
  return { accessPoint, slot, observation: scaled(white, strength * Math.sqrt(deployment.noiseVariance)) };
}

const looks = (deployment: Deployment, slot: number): { inspection: Inspection; receiver: number }[] =>
  planSlot(deployment, slot).inspections.flatMap((inspection) =>
    inspection.receive.map((receiver) => ({ inspection, receiver })),
  );

describe.each([
  ['glrt, all echoes', {}, 0],
  ['glrt, streams shared by all transmit APs', {}, 3],
  ['glrt, the two nearest transmit APs', { echoSet: { nearest: 2 } }, 0],
  ['clutter-unaware', { detector: 'clutter-unaware' }, 0],
] as [string, Partial<SensingConfig>, number][])('receiver bank: %s', (name, sensing, streams) => {
  const deployment = deploymentWith(sensing);
  const plan = planSlot(deployment, 4);
  const blocks = blocksOf(deployment, name, streams);

  it('its statistic is that of the written-out case', () => {
    const bank = createReceiverBank(deployment);
    bank.beginSlot(plan, blocks);
    for (const { inspection, receiver } of looks(deployment, 4)) {
      const block = received(deployment, receiver, 4, 10);
      const local = bank.localStatistic(inspection, block);
      const glrtCase = buildGlrtCase({ accessPoint: receiver, deployment, plan, blocks }, inspection, block);
      const reference = computeStatistic(glrtCase);
      expect(local.rank).toBe(reference.rank);
      expect(local.rank).toBe(streams || glrtCase.echo.columns);
      expect(relativeDifference(local.statistic, reference.statistic)).toBeLessThan(1e-10);
    }
  });

  it('its means under echoes are those of the general law', () => {
    const bank = createReceiverBank(deployment);
    bank.beginSlot(plan, blocks);
    const rcsCovariance = scaled(drawsNamed('bank rcs').correlation(blocks.length), 10);
    const position = [120, 80, 40] as const;
    for (const { inspection, receiver } of looks(deployment, 4)) {
      const knowledge = { accessPoint: receiver, deployment, plan, blocks };
      const { weights } = designReceiver(buildGlrtCase(knowledge, inspection, received(deployment, receiver, 4)));
      const echo = echoMatrix(deployment, receiver, position, blocks);
      const reference = alarmMeans(weights, clutterCovariance(knowledge), [{ echo, rcsCovariance }]);
      const means = bank.localMeans(inspection, receiver, [{ position, rcsCovariance }]);
      expect(means.length).toBe(reference.length);
      means.forEach((mean, i) => {
        expect(relativeDifference(mean, reference[i])).toBeLessThan(1e-9);
      });
    }
  });

  it('its output has the means of the general law for any reflectivities', () => {
    const bank = createReceiverBank(deployment);
    bank.beginSlot(plan, blocks);
    const position = [120, 80, 40] as const;
    for (const { inspection, receiver } of looks(deployment, 4)) {
      const { rank, disturbance, response } = bank.localOutput(inspection, receiver, position);
      for (const variance of [0, 1, 100]) {
        const rcsCovariance = scaled(drawsNamed('bank rcs').correlation(blocks.length), variance);
        const echo = product('NH', product('NN', response, rcsCovariance), response);
        const sum = {
          ...echo,
          re: echo.re.map((x, i) => x + disturbance.re[i]),
          im: echo.im.map((x, i) => x + disturbance.im[i]),
        };
        const means = bank.localMeans(inspection, receiver, [{ position, rcsCovariance }]);
        expect(means).toHaveLength(rank);
        hermitianEigenvalues(sum).forEach((mean, i) => {
          expect(relativeDifference(mean, means[i])).toBeLessThan(1e-9);
        });
      }
    }
  });
});

describe('the result for an AP is its own', () => {
  const deployment = deploymentWith({});
  const slots = [0, 1, 2, 3].map((slot) => ({
    slot,
    blocks: blocksOf(deployment, `slot ${slot}`, slot === 2 ? 3 : 0),
  }));

  it('the same bits whichever APs the bank serves, in whatever order, after whatever slots', () => {
    const together = createReceiverBank(deployment);
    const values = new Map<string, number>();
    for (const { slot, blocks } of slots) {
      together.beginSlot(planSlot(deployment, slot), blocks);
      for (const { inspection, receiver } of looks(deployment, slot)) {
        const { statistic } = together.localStatistic(inspection, received(deployment, receiver, slot));
        values.set(`${slot}/${inspection.index}/${receiver}`, statistic);
      }
    }
    for (const only of deployment.receiveAccessPoints.toReversed()) {
      const alone = createReceiverBank(deployment);
      for (const { slot, blocks } of slots.toReversed()) {
        alone.beginSlot(planSlot(deployment, slot), blocks);
        for (const { inspection, receiver } of looks(deployment, slot)) {
          if (receiver !== only) continue;
          const { statistic } = alone.localStatistic(inspection, received(deployment, receiver, slot));
          expect(statistic).toBe(values.get(`${slot}/${inspection.index}/${receiver}`));
        }
      }
    }
  });

  it('with no transmit AP on air there is no rank', () => {
    const bank = createReceiverBank(deployment);
    bank.beginSlot(planSlot(deployment, 0), []);
    const [{ inspection, receiver }] = looks(deployment, 0);
    expect(bank.localStatistic(inspection, received(deployment, receiver, 0))).toEqual({ statistic: 0, rank: 0 });
    expect(bank.localMeans(inspection, receiver, [])).toHaveLength(0);
    expect(bank.localOutput(inspection, receiver, [120, 80, 40]).rank).toBe(0);
  });

  it('a beam with its null on the cell gives no column: rank falls, nothing becomes NaN', () => {
    const bank = createReceiverBank(deployment);
    const plan = planSlot(deployment, 0);
    const [{ inspection, receiver }] = looks(deployment, 0);
    const blocks = blocksOf(deployment, 'nulled').map((block, i) => {
      if (i > 0) return block;
      // s[t] ⟂ a: what is left of the echo is rounding.
      const a = deployment.steering(block.accessPoint, inspection.position);
      const samples = createComplexMatrix(block.samples.rows, block.samples.columns);
      for (let t = 0; t < samples.rows; t++) {
        samples.re[t * 2] = t + 1;
        samples.re[t * 2 + 1] = -(t + 1) * a.re[1];
        samples.im[t * 2 + 1] = -(t + 1) * a.im[1];
      }
      return { ...block, samples };
    });
    bank.beginSlot(plan, blocks);
    const block = received(deployment, receiver, 0);
    const local = bank.localStatistic(inspection, block);
    expect(local.rank).toBe(blocks.length - 1);
    const glrtCase = buildGlrtCase({ accessPoint: receiver, deployment, plan, blocks }, inspection, block);
    const reference = computeStatistic(glrtCase);
    expect(reference.rank).toBe(blocks.length - 1);
    expect(relativeDifference(local.statistic, reference.statistic)).toBeLessThan(1e-10);
  });

  it('refuses a block of another slot, a wrong size, and transmit blocks out of order', () => {
    const bank = createReceiverBank(deployment);
    bank.beginSlot(planSlot(deployment, 0), slots[0].blocks);
    const [{ inspection, receiver }] = looks(deployment, 0);
    expect(() => bank.localStatistic(inspection, received(deployment, receiver, 1))).toThrow(DetectionError);
    const short = { accessPoint: receiver, slot: 0, observation: createComplexMatrix(3, 1) };
    expect(() => bank.localStatistic(inspection, short)).toThrow(DetectionError);
    expect(() => bank.beginSlot(planSlot(deployment, 1), slots[1].blocks.toReversed())).toThrow(DetectionError);
  });
});

describe('echo set', () => {
  it('takes the n transmit APs with power nearest to the inspected position, in ascending order', () => {
    const deployment = deploymentWith({});
    const blocks = blocksOf(deployment, 'nearest').slice(1);
    const position = deployment.accessPoints[blocks[2].accessPoint].position;
    expect(selectEchoSet(deployment, { nearest: 1 }, position, blocks)).toEqual([2]);
    const three = selectEchoSet(deployment, { nearest: 3 }, position, blocks);
    expect(three).toContain(2);
    expect(three).toEqual(three.toSorted((a, b) => a - b));
    expect(selectEchoSet(deployment, { nearest: 99 }, position, blocks)).toHaveLength(blocks.length);
    expect(selectEchoSet(deployment, 'all', position, blocks)).toHaveLength(blocks.length);
  });
});
