import { isValidLocalStatistic } from './fuse.ts';
import { tryCholesky } from './small-cholesky.ts';
import type { LocalStatistic, SufficientStatistic } from './types.ts';

/** Of an AP that no echo can reach, or whose covariance has no factor. */
export const NOTHING_OBSERVED: SufficientStatistic = {
  rank: 0,
  zRe: new Float64Array(0),
  zIm: new Float64Array(0),
  gram: new Float64Array(0),
};

/**
 * The rest of the test (35), where the sufficient statistic arrived:
 *
 *   T = zᴴ gram⁻¹ z                                                        (35)
 *
 * A receiver bank's local statistic is this function of its sufficient statistic: wherever the split lies, the bits are the same.
 *
 * @param sufficient  not modified.
 * @returns rank 0 with the statistic 0 where gram is not positive definite or sizes disagree; never an exception.
 * @remarks r³/3 + r² complex products.
 */
export function statisticOfSufficient(sufficient: SufficientStatistic): LocalStatistic {
  const { rank, zRe, zIm, gram } = sufficient;
  if (!hasSizes(sufficient)) return { statistic: 0, rank: 0 };
  const factorRe = new Float64Array(rank * rank);
  const factorIm = new Float64Array(rank * rank);
  for (let i = 0; i < rank; i++) {
    let from = i * i;
    for (let j = 0; j < i; j++) {
      factorRe[i * rank + j] = gram[from++];
      factorIm[i * rank + j] = gram[from++];
    }
    factorRe[i * rank + i] = gram[from];
  }
  if (!tryCholesky(factorRe, factorIm, rank, rank)) return { statistic: 0, rank: 0 };
  return { statistic: outputEnergy(factorRe, factorIm, rank, rank, zRe.slice(), zIm.slice()), rank };
}

/** Whether a sufficient statistic from elsewhere can be used: sizes, finite numbers, gram positive definite, and a statistic to add. */
export function isValidSufficient(sufficient: SufficientStatistic): boolean {
  const { rank, zRe, zIm, gram } = sufficient;
  if (!hasSizes(sufficient) || !allFinite(zRe) || !allFinite(zIm) || !allFinite(gram)) return false;
  const local = statisticOfSufficient(sufficient);
  return local.rank === rank && isValidLocalStatistic(local);
}

/**
 * output ← L⁻¹ z and its energy, ‖L⁻¹z‖² = zᴴ(L Lᴴ)⁻¹z.
 *
 * @param factorRe, factorIm  L in the lower triangle, rows of length `stride`.
 * @param outputRe, outputIm  z in the first `rank` elements; overwritten.
 */
export function outputEnergy(
  factorRe: Float64Array,
  factorIm: Float64Array,
  rank: number,
  stride: number,
  outputRe: Float64Array,
  outputIm: Float64Array,
): number {
  let energy = 0;
  for (let i = 0; i < rank; i++) {
    let sr = outputRe[i];
    let si = outputIm[i];
    for (let k = 0; k < i; k++) {
      const lr = factorRe[i * stride + k];
      const li = factorIm[i * stride + k];
      sr -= lr * outputRe[k] - li * outputIm[k];
      si -= lr * outputIm[k] + li * outputRe[k];
    }
    const pivot = factorRe[i * stride + i];
    outputRe[i] = sr / pivot;
    outputIm[i] = si / pivot;
    energy += outputRe[i] ** 2 + outputIm[i] ** 2; // (35)
  }
  return energy;
}

function hasSizes({ rank, zRe, zIm, gram }: SufficientStatistic): boolean {
  return (
    Number.isSafeInteger(rank) && rank >= 0 && zRe.length === rank && zIm.length === rank && gram.length === rank * rank
  );
}

function allFinite(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return false;
  return true;
}
