import type { OnAirSlot } from '@vedetta/deployment';
import { type ReceiverBank, type SufficientStatistic, statisticOfSufficient } from '@vedetta/detection';
import { type ComplexMatrix, createComplexMatrix } from '@vedetta/numerics';
import { createAir } from '@vedetta/world';
import type { SetUpCell } from '../look.ts';
import type { SetUp } from '../set-up.ts';

/** What the receive APs of a cell got in one realisation, y = a Dα + g + z, for any amplitude a = σ_α of the same α. */
export interface ReceivedCell {
  /** Fused statistic (35) of y. */
  statistic(amplitude: number): number;
}

type Blocks = ReturnType<ReturnType<typeof createAir>['transmitBlocks']>;

/**
 * Receives a cell with the world's own front ends: α, clutter and noise are drawn as in a live run. z of (35) is linear in y, so its parts are
 * taken once, of the echo and of the rest, and put together for each σ_α²: statistics of samples, to rounding.
 */
export function createReceivedCell(
  setUp: SetUp,
  cell: SetUpCell,
): (bank: ReceiverBank, onAir: OnAirSlot, blocks: Blocks) => ReceivedCell {
  const air = createAir(setUp.deployment, setUp.worldOf(cell), setUp.seed);
  const { inspection } = cell;
  return (bank, onAir, blocks) => {
    const { slot } = onAir.plan;
    const parts = inspection.receive.map((accessPoint) => {
      const { echo, clutter, noise } = air.receiveParts(onAir, blocks, accessPoint);
      return {
        echo: bank.sufficientStatistic(inspection, { accessPoint, slot, observation: echo }),
        rest: bank.sufficientStatistic(inspection, { accessPoint, slot, observation: sum(clutter, noise) }),
      };
    });
    return {
      statistic: (amplitude) =>
        parts.reduce(
          (total, { echo, rest }) => total + statisticOfSufficient(added(echo, rest, amplitude)).statistic,
          0,
        ),
    };
  };
}

function sum(a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  const out = createComplexMatrix(a.rows, a.columns);
  for (let e = 0; e < out.re.length; e++) {
    out.re[e] = a.re[e] + b.re[e];
    out.im[e] = a.im[e] + b.im[e];
  }
  return out;
}

function added(echo: SufficientStatistic, rest: SufficientStatistic, amplitude: number): SufficientStatistic {
  return {
    ...rest,
    zRe: rest.zRe.map((x, i) => x + amplitude * echo.zRe[i]),
    zIm: rest.zIm.map((x, i) => x + amplitude * echo.zIm[i]),
  };
}
