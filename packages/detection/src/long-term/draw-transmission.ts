import type { AccessPointPower, Deployment, SlotPlan } from '@vedetta/deployment';
import { createComplexMatrix } from '@vedetta/numerics';
import type { TransmitBlock, UserSymbols } from '@vedetta/signal';
import { blockRecipe, conjugateInto, createStreams, drawBlock, drawUserSymbols, fromHermitian } from './draw-block.ts';

/** What a network might transmit in a slot: one draw from its long-term statistics. */
export interface DrawnTransmission {
  readonly blocks: readonly TransmitBlock[];
  readonly symbols: readonly UserSymbols[];
}

/**
 * Draw number `draw` of what the transmit APs on air emit (9), (10) with these powers, as `drawBlock` makes it for one AP.
 *
 * @param power  of the APs on air. @param place  what the draws are for: a number below 2³².
 * @returns blocks of APs with power, ascending; symbols of all UEs, ascending.
 */
export function drawTransmission(
  deployment: Deployment,
  plan: SlotPlan,
  power: readonly AccessPointPower[],
  draw: number,
  place: number,
): DrawnTransmission {
  const { block, accessPoints } = deployment.network;
  const sizes = [block.sensingSamples, accessPoints.antennaCount] as const;
  const symbols = deployment.users.map(({ id }): UserSymbols => {
    const drawn = createComplexMatrix(block.sensingSamples, 1);
    drawUserSymbols(deployment, id, draw, place, drawn);
    return { user: id, symbols: drawn };
  });
  const blocks = withPower(power).map((split): TransmitBlock => {
    const samples = createComplexMatrix(...sizes);
    const recipe = blockRecipe(deployment, plan, split);
    const streams = createStreams(recipe, sizes);
    const hermitian = createComplexMatrix(samples.columns, samples.rows);
    recipe.users.forEach(({ user }, k) => {
      conjugateInto(symbols[user].symbols, streams.symbols, k * samples.rows);
    });
    drawBlock(deployment, recipe, draw, place, streams, hermitian);
    fromHermitian(hermitian, samples);
    return { accessPoint: split.accessPoint, samples };
  });
  return { blocks, symbols };
}

/** The APs that send anything, ascending. */
export function withPower(power: readonly AccessPointPower[]): AccessPointPower[] {
  return power
    .filter(({ users, inspections }) => [...users, ...inspections].some((entry) => entry.power > 0))
    .sort((a, b) => a.accessPoint - b.accessPoint);
}
