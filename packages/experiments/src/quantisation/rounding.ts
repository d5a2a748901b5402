import { createReceiverBank, fuse, type Report } from '@vedetta/detection';
import { asForwarded } from '@vedetta/fronthaul';
import type { ComplexMatrix } from '@vedetta/numerics';
import { allocatePower } from '@vedetta/power';
import type { Scenario } from '@vedetta/scenario';
import { createAir, echoingTargets, targetsAt } from '@vedetta/world';
import { inspectionOf } from '../network/outcomes.ts';
import type { NetworkRun } from '../network/run-network.ts';

/** What rounding did to a run; every entry a sum. */
export type Rounding = {
  readonly reports: number;
  readonly squaredDifference: number;
  readonly decisions: number;
  readonly otherDecisions: number;
  /** Alarms in slots without any echo, had the samples been taken for exact. */
  readonly uncountedAlarms: number;
  readonly samples: number;
  /** |ŷ − y|² by the noise variance, over all samples. */
  readonly roundingPower: number;
  /** 4^e/6 by the noise variance, e the exponents of the blocks. */
  readonly predictedPower: number;
};

/**
 * Lays the stored statistics and decisions of a run beside those of lossless samples: draws have names, so they are the same samples. And beside
 * those of a receiver that takes rounded samples for exact.
 */
export function laidBeside({ deployment, slots, run }: NetworkRun, scenario: Scenario): Rounding {
  const { fronthaul } = scenario.network;
  const air = createAir(deployment, scenario.world, run.seed);
  const bank = createReceiverBank(deployment);
  const sums = {
    reports: 0,
    squaredDifference: 0,
    decisions: 0,
    otherDecisions: 0,
    uncountedAlarms: 0,
    samples: 0,
    roundingPower: 0,
    predictedPower: 0,
  };
  for (const { record, decisions } of slots) {
    const plan = { slot: record.slot, inspections: decisions.map(inspectionOf) };
    const slot = { plan, onAir: record.onAir, power: allocatePower(deployment, plan, record.onAir) };
    const blocks = air.transmitBlocks(slot);
    bank.beginSlot(plan, blocks);
    const targets = targetsAt(scenario.world, scenario.network, record.slot);
    const isEmpty = echoingTargets(deployment, scenario.world, plan, targets).length === 0;
    for (const [i, decision] of decisions.entries()) {
      const used = decision.reports.filter(({ fate }) => fate === 'used');
      const statisticOf = (accessPoint: number, observation: ComplexMatrix) => ({
        accessPoint,
        ...bank.localStatistic(plan.inspections[i], { accessPoint, slot: record.slot, observation }),
      });
      const lossless: Report[] = [];
      const uncounted: Report[] = [];
      for (const { accessPoint, statistic } of used) {
        const exact = air.receive(slot, blocks, accessPoint);
        const rounded = asForwarded(exact, fronthaul).observation;
        lossless.push(statisticOf(accessPoint, exact));
        if (isEmpty) uncounted.push(statisticOf(accessPoint, rounded));
        sums.reports += 1;
        sums.squaredDifference += (Number(statistic) - lossless[lossless.length - 1].statistic) ** 2;
        countRounding(sums, exact, rounded, fronthaul.sampleFormat, deployment.noiseVariance);
      }
      const outcome = (reports: readonly Report[]) => fuse(reports, run.falseAlarmProbability).outcome;
      sums.decisions += 1;
      if (outcome(lossless) !== decision.outcome) sums.otherDecisions += 1;
      if (outcome(uncounted) === 'targetPresent') sums.uncountedAlarms += 1;
    }
  }
  return sums;
}

export function addRounding(all: readonly Rounding[]): Rounding {
  const keys = [
    'reports',
    'squaredDifference',
    'decisions',
    'otherDecisions',
    'uncountedAlarms',
    'samples',
    'roundingPower',
    'predictedPower',
  ] as const;
  return Object.fromEntries(keys.map((key) => [key, all.reduce((sum, next) => sum + next[key], 0)])) as Rounding;
}

const samplesPerBlock = 12;

function countRounding(
  sums: { samples: number; roundingPower: number; predictedPower: number },
  exact: ComplexMatrix,
  rounded: ComplexMatrix,
  format: Scenario['network']['fronthaul']['sampleFormat'],
  noiseVariance: number,
): void {
  const count = exact.re.length;
  sums.samples += count;
  if (format === 'float64') return;
  const most = 2 ** (format.mantissaBits - 1) - 1;
  for (let from = 0; from < count; from += samplesPerBlock) {
    const end = Math.min(count, from + samplesPerBlock);
    let largest = 0;
    for (let e = from; e < end; e++) {
      largest = Math.max(largest, Math.abs(exact.re[e]), Math.abs(exact.im[e]));
      sums.roundingPower += ((rounded.re[e] - exact.re[e]) ** 2 + (rounded.im[e] - exact.im[e]) ** 2) / noiseVariance;
    }
    // The least power of two of which `most` and a half units hold the largest component.
    const exponent = Math.ceil(Math.log2(largest / (most + 0.5)));
    sums.predictedPower += ((end - from) * 4 ** exponent) / 6 / noiseVariance;
  }
}
