import { detectionThreshold } from '@vedetta/detection';
import { exponentialSumUpperTail } from '@vedetta/numerics';
import type { Row } from '../../machinery/experiment.ts';
import type { CellLaw } from '../cell-law.ts';

/** Exact miss probabilities of cells, in classes of 1 dB of their SCNR. */
const lowest = -30;
const classes = 60;
/** What the paper calls good detection. */
const good = 0.1;

/** What a unit keeps: cells of each class, Σ p_M, and how many have p_M ≤ 0.1, as lists of numbers. */
export type MissByScnr = { readonly classCells: string; readonly classMisses: string; readonly classGood: string };

export function createMissTally(variance: number, falseAlarmProbability: number) {
  const cells = new Float64Array(classes);
  const misses = new Float64Array(classes);
  const goodOnes = new Float64Array(classes);
  return {
    /** A cell that nothing observes is below every class, and left out. */
    add(law: CellLaw): void {
      const at = Math.floor(10 * Math.log10(variance * law.unitScnr)) - lowest;
      if (!(at >= 0) || law.rank === 0) return;
      const limit = detectionThreshold(law.rank, falseAlarmProbability);
      const miss = 1 - exponentialSumUpperTail(law.means(variance), limit);
      const put = Math.min(classes - 1, at);
      cells[put] += 1;
      misses[put] += miss;
      if (miss <= good) goodOnes[put] += 1;
    },
    toRow: (): MissByScnr => ({ classCells: cells.join(), classMisses: misses.join(), classGood: goodOnes.join() }),
  };
}

export const missColumns = {
  missProbability: 'mean of the exact miss probabilities of the cells in this class of 1 dB, at its lower end scnrDb',
  goodShare: 'share of these cells with p_M ≤ 0.1',
} as const;

/** A line for every class that holds a cell. */
export function missRows(curve: Row, units: readonly MissByScnr[]): Row[] {
  const sum = (key: keyof MissByScnr) =>
    units.reduce((total, unit) => {
      unit[key].split(',').forEach((value, i) => {
        total[i] += Number(value);
      });
      return total;
    }, new Float64Array(classes));
  const [cells, misses, goodOnes] = [sum('classCells'), sum('classMisses'), sum('classGood')];
  return [...cells].flatMap((count, i): Row[] => {
    if (count === 0) return [];
    const missProbability = misses[i] / count;
    return [
      { kind: 'miss', ...curve, scnrDb: lowest + i, cells: count, missProbability, goodShare: goodOnes[i] / count },
    ];
  });
}
