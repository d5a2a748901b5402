import { deployNetwork, planSlot } from '@vedetta/deployment';
import { createReceiverBank, detectionThreshold } from '@vedetta/detection';
import { allocatePower } from '@vedetta/power';
import { readScenario } from '@vedetta/scenario';
import { createAir } from '@vedetta/world';
import { describe, expect, test } from 'vitest';
import { scenarioFile } from './support/network.ts';

const statistics = 200_000;
const falseAlarmProbability = 1e-3;

describe('local statistics keep their law', () => {
  test(
    '2·10⁵ of them without targets exceed their own Gamma(r, 1) threshold at 10⁻³ within 4σ',
    { timeout: 480_000 },
    async () => {
      const { network, world } = await readScenario(scenarioFile('quiet'));
      const deployment = deployNetwork(network);
      const { transmitAccessPoints, receiveAccessPoints } = deployment;
      const air = createAir(deployment, world, 31);
      const bank = createReceiverBank(deployment);
      const perReceiver = new Map(receiveAccessPoints.map((id) => [id, 0]));
      let seen = 0;
      let alarms = 0;
      let sum = 0;
      let ranks = 0;
      for (let slot = 0; seen < statistics; slot++) {
        const plan = planSlot(deployment, slot);
        const onAir = {
          plan,
          onAir: transmitAccessPoints,
          power: allocatePower(deployment, plan, transmitAccessPoints),
        };
        const blocks = air.transmitBlocks(onAir);
        bank.beginSlot(plan, blocks);
        for (const inspection of plan.inspections)
          for (const accessPoint of inspection.receive) {
            const received = { accessPoint, slot, observation: air.receive(onAir, blocks, accessPoint) };
            const { statistic, rank } = bank.localStatistic(inspection, received);
            const alarm = statistic > detectionThreshold(rank, falseAlarmProbability);
            seen++;
            sum += statistic;
            ranks += rank;
            if (alarm) {
              alarms++;
              perReceiver.set(accessPoint, (perReceiver.get(accessPoint) as number) + 1);
            }
          }
      }
      expect(seen).toBeGreaterThanOrEqual(statistics);
      const sigma = (trials: number) => Math.sqrt(trials * falseAlarmProbability * (1 - falseAlarmProbability));
      expect(Math.abs(alarms - seen * falseAlarmProbability)).toBeLessThan(4 * sigma(seen));
      // Each of the receive APs has its share of the inspections; Gamma(r, 1) has mean and variance r.
      const share = seen / receiveAccessPoints.length;
      for (const count of perReceiver.values())
        expect(Math.abs(count - share * falseAlarmProbability)).toBeLessThan(5 * sigma(share));
      expect(Math.abs(sum - ranks)).toBeLessThan(4 * Math.sqrt(ranks));
    },
  );
});
