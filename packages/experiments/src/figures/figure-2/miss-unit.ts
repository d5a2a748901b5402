import { dbToLinear } from '@vedetta/channel';
import { createReceiverBank, detectionThreshold, exactThreshold } from '@vedetta/detection';
import { exponentialSumUpperTail } from '@vedetta/numerics';
import type { Scenario } from '@vedetta/scenario';
import { createAir } from '@vedetta/world';
import type { UnitContext } from '../../machinery/experiment.ts';
import { type CellLaw, cellLaw } from '../cell-law.ts';
import { makeSetUp } from '../set-up.ts';
import { createReceivedCell, type ReceivedCell } from './received-cell.ts';

/** `gamma`: the threshold for the Gamma law of a receiver that knows Ψ. `exact`: that of the detector's own law, given the signals. */
export type Threshold = 'gamma' | 'exact';

/** One set-up at one σ_α² and threshold; every entry but the first three a sum over its cells with a target and their realisations. */
export type MissUnit = {
  readonly unit: number;
  readonly rcsDbsm: number;
  readonly threshold: Threshold;
  readonly trials: number;
  /** Counted. */
  readonly misses: number;
  /** Of the exact miss probabilities p. */
  readonly exactMisses: number;
  /** Of p (1 − p). */
  readonly variance: number;
  readonly falseAlarms: number;
  readonly exactFalseAlarms: number;
  readonly falseAlarmVariance: number;
};

/** Progress is told every so many realisations. */
const progressEvery = 20;

/** Counted and exact misses of one set-up: both over the same signals on air, the counted ones of samples that are really drawn. */
export function missUnit(
  scenario: Scenario,
  { rcsDbsm, realisations }: { readonly rcsDbsm: readonly number[]; readonly realisations: number },
  { unit, seed, progress }: UnitContext,
): MissUnit[] {
  const { detector, falseAlarmProbability } = scenario.network.sensing;
  const setUp = makeSetUp(scenario, unit, seed);
  const air = createAir(setUp.deployment, scenario.world, setUp.seed);
  const bank = createReceiverBank(setUp.deployment);
  const cells = setUp.cells
    .filter(({ holdsTarget }) => holdsTarget)
    .map((cell) => ({ cell, receive: createReceivedCell(setUp, cell) }));
  const thresholds: readonly Threshold[] = detector === 'clutter-unaware' ? ['gamma', 'exact'] : ['gamma'];
  const tallies = thresholds.flatMap((threshold) => rcsDbsm.map((dbsm) => createTally(unit, dbsm, threshold)));
  for (let realisation = 0; realisation < realisations; realisation++) {
    const onAir = setUp.onAir(realisation);
    const blocks = air.transmitBlocks(onAir);
    bank.beginSlot(onAir.plan, blocks);
    for (const { cell, receive } of cells) {
      const law = cellLaw(bank, cell);
      const received = receive(bank, onAir, blocks);
      for (const threshold of thresholds) {
        const limit = limitOf(law, threshold, falseAlarmProbability);
        count(
          tallies.filter((tally) => tally.threshold === threshold),
          law,
          received,
          limit,
        );
      }
    }
    if (realisation % progressEvery === 0) progress(realisation / realisations);
  }
  return tallies;
}

/** Without a rank there is nothing to decide: never an alarm. */
function limitOf(law: CellLaw, threshold: Threshold, falseAlarmProbability: number): number {
  if (law.rank === 0) return Number.POSITIVE_INFINITY;
  return threshold === 'gamma'
    ? detectionThreshold(law.rank, falseAlarmProbability)
    : exactThreshold(law.means(0), falseAlarmProbability);
}

type Tally = { -readonly [K in keyof MissUnit]: MissUnit[K] };

function createTally(unit: number, rcsDbsm: number, threshold: Threshold): Tally {
  return {
    unit,
    rcsDbsm,
    threshold,
    trials: 0,
    misses: 0,
    exactMisses: 0,
    variance: 0,
    falseAlarms: 0,
    exactFalseAlarms: 0,
    falseAlarmVariance: 0,
  };
}

/** The same draws for every σ_α²; so is the false alarm, of the same samples without their echo. */
function count(tallies: readonly Tally[], law: CellLaw, received: ReceivedCell, limit: number): void {
  const falseAlarm = received.statistic(0) > limit ? 1 : 0;
  const exactFalseAlarm = tail(law, 0, limit);
  for (const tally of tallies) {
    const variance = dbToLinear(tally.rcsDbsm);
    const detection = tail(law, variance, limit);
    tally.trials += 1;
    tally.misses += received.statistic(Math.sqrt(variance)) > limit ? 0 : 1;
    tally.exactMisses += 1 - detection;
    tally.variance += detection * (1 - detection);
    tally.falseAlarms += falseAlarm;
    tally.exactFalseAlarms += exactFalseAlarm;
    tally.falseAlarmVariance += exactFalseAlarm * (1 - exactFalseAlarm);
  }
}

function tail(law: CellLaw, variance: number, limit: number): number {
  return limit < Number.POSITIVE_INFINITY ? exponentialSumUpperTail(law.means(variance), limit) : 0;
}
