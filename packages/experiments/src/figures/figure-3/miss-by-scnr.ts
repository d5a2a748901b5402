import { detectionThreshold } from '@vedetta/detection';
import { exponentialSumUpperTail } from '@vedetta/numerics';
import type { Row } from '../../machinery/experiment.ts';
import type { CellLaw } from '../cell-law.ts';

/** Exact miss probabilities of cells, in classes of 1 dB of their SCNR. */
const lowest = -30;
const classes = 60;
/** What the paper calls good detection. */
const good = 0.1;

/** The scenario's false-alarm probability, and one at which targets are missed less: the paper does not give its own. */
export const falseAlarmProbabilities: readonly number[] = [0.01, 0.1];

/** What a unit keeps: cells of each class, Σ p_M, and how many have p_M ≤ 0.1, as lists of numbers. */
export type MissByScnr = {
  readonly falseAlarmProbability: number;
  readonly classCells: string;
  readonly classMisses: string;
  readonly classGood: string;
};

export function createMissTally(variance: number, falseAlarmProbability: number) {
  const cells = new Float64Array(classes);
  const misses = new Float64Array(classes);
  const goodOnes = new Float64Array(classes);
  const thresholds = new Map<number, number>();
  function thresholdOf(rank: number): number {
    const threshold = thresholds.get(rank) ?? detectionThreshold(rank, falseAlarmProbability);
    thresholds.set(rank, threshold);
    return threshold;
  }
  return {
    /** A cell that nothing observes is below every class, and left out. */
    add(law: CellLaw): void {
      const at = Math.floor(10 * Math.log10(variance * law.unitScnr)) - lowest;
      if (!(at >= 0) || law.rank === 0) return;
      const miss = 1 - exponentialSumUpperTail(law.means(variance), thresholdOf(law.rank));
      const put = Math.min(classes - 1, at);
      cells[put] += 1;
      misses[put] += miss;
      if (miss <= good) goodOnes[put] += 1;
    },
    toRow: (): MissByScnr => ({
      falseAlarmProbability,
      classCells: cells.join(),
      classMisses: misses.join(),
      classGood: goodOnes.join(),
    }),
  };
}

export const missColumns = {
  falseAlarmProbability: 'P_FA of the threshold, in a line of kind miss',
  missProbability: 'mean of the exact miss probabilities of the cells in this class of 1 dB, at its lower end scnrDb',
  goodShare: 'share of these cells with p_M ≤ 0.1',
} as const;

/** A line for every class that holds a cell, for each false-alarm probability. */
export function missRows(curve: Row, units: readonly MissByScnr[]): Row[] {
  const groups = Map.groupBy(units, ({ falseAlarmProbability }) => falseAlarmProbability);
  return [...groups].flatMap(([falseAlarmProbability, own]) => classRows({ ...curve, falseAlarmProbability }, own));
}

function classRows(curve: Row, units: readonly MissByScnr[]): Row[] {
  const sum = (key: 'classCells' | 'classMisses' | 'classGood') =>
    units.reduce((total, unit) => {
      unit[key].split(',').forEach((value, i) => {
        total[i] += Number(value);
      });
      return total;
    }, new Float64Array(classes));
  const [cells, misses, goodOnes] = [sum('classCells'), sum('classMisses'), sum('classGood')];
  return [...cells].flatMap((count, i): Row[] => {
    if (count === 0) return [];
    const scnrDb = lowest + i;
    return [
      {
        kind: 'miss',
        ...curve,
        scnrDb,
        cells: count,
        missProbability: misses[i] / count,
        goodShare: goodOnes[i] / count,
      },
    ];
  });
}
