import { dbToLinear } from '@vedetta/channel';
import { detectionThreshold } from '@vedetta/detection';
import { exponentialSumUpperTail } from '@vedetta/numerics';
import type { CellLaw } from '../cell-law.ts';
import { baselineRcsDbsm } from '../variants.ts';

/** Mean exact miss probability of cells at the baseline's σ_α²: what their statistic, fused over all its receive APs, misses of targets there. */
export function createMissMean(falseAlarmProbability: number) {
  const variance = dbToLinear(baselineRcsDbsm);
  const thresholds = new Map<number, number>();
  let sum = 0;
  let cells = 0;
  return {
    add(law: CellLaw): void {
      cells += 1;
      if (law.rank === 0) {
        sum += 1;
        return;
      }
      const threshold = thresholds.get(law.rank) ?? detectionThreshold(law.rank, falseAlarmProbability);
      thresholds.set(law.rank, threshold);
      sum += 1 - exponentialSumUpperTail(law.means(variance), threshold);
    },
    mean: (): number => sum / cells,
  };
}
