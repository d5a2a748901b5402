import { deployNetwork, planSlot } from '@vedetta/deployment';
import { parseNetwork } from '@vedetta/scenario';
import { expect, it } from 'vitest';
import { buildGlrtCase, computeStatistic, createReceiverBank } from './index.ts';
import { drawsNamed, product, scaled } from './test-support.ts';

/** 30 transmit APs over blocks of 12 samples: more echoes than times. `streams` shared streams make fewer times than samples. */
function look(streams: number, nulled: readonly number[] = []) {
  const network = parseNetwork({
    areaSideMetres: 300,
    accessPoints: { count: 32, antennaCount: 2, axis: 'random' },
    users: { count: 4 },
    block: { coherenceSamples: 12, sensingSamples: 12 },
    sensing: { regions: 1, receivePerRegion: 2 },
  });
  const deployment = deployNetwork(network);
  const draws = drawsNamed(`span ${streams}`);
  const shared = draws.normal(12, Math.max(1, streams));
  const plan = planSlot(deployment, 3);
  const [inspection] = plan.inspections;
  const blocks = deployment.transmitAccessPoints.map((accessPoint, i) => {
    const samples = streams > 0 ? product('NN', shared, draws.normal(streams, 2)) : draws.normal(12, 2);
    if (nulled.includes(i)) {
      // All of it goes where the steering vector of the inspected cell has a null.
      const { re, im } = deployment.steering(accessPoint, inspection.position);
      for (let t = 0; t < 12; t++) {
        const [xr, xi] = [samples.re[2 * t], samples.im[2 * t]];
        // aᴴ s = s₀ + conj(a₁) s₁ = 0 for s₁ = −a₁ s₀, since |a₁| = 1.
        samples.re[2 * t + 1] = -(re[1] * xr - im[1] * xi);
        samples.im[2 * t + 1] = -(re[1] * xi + im[1] * xr);
      }
    }
    return { accessPoint, samples };
  });
  const [accessPoint] = inspection.receive;
  const received = {
    accessPoint,
    slot: 3,
    observation: scaled(draws.normal(24, 1), 3 * Math.sqrt(deployment.noiseVariance)),
  };
  const bank = createReceiverBank(deployment);
  bank.beginSlot(plan, blocks);
  const glrtCase = buildGlrtCase({ accessPoint, deployment, plan, blocks }, inspection, received);
  return { bank, inspection, received, glrtCase };
}

it.each([
  ['independent blocks', 0, [], 12],
  ['blocks of five shared streams', 5, [], 5],
  ['blocks of which eight are nulled', 0, [0, 3, 4, 9, 15, 20, 21, 29], 12],
] as const)('%s of more transmit APs than times: rank and statistic are those of the T × T test', (_, streams, nulled, rank) => {
  const { bank, inspection, received, glrtCase } = look(streams, nulled);
  const expected = computeStatistic(glrtCase);
  const got = bank.localStatistic(inspection, received);
  expect([got.rank, expected.rank]).toEqual([rank, rank]);
  expect(Math.abs(got.statistic - expected.statistic)).toBeLessThan(1e-9 * expected.statistic);
});
