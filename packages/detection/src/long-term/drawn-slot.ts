import type { AccessPointPower, Deployment, SlotPlan } from '@vedetta/deployment';
import { type ComplexMatrix, createComplexMatrix } from '@vedetta/numerics';
import {
  type BlockRecipe,
  blockRecipe,
  createStreams,
  type DrawnStreams,
  drawBlock,
  drawUserSymbols,
} from './draw-block.ts';

/** Bytes of blocks, and as much again of symbols, that are kept; the oldest are dropped and drawn again when they are asked for. */
const MOST_BYTES = 96 * 2 ** 20;

/** The draws of one stream or block, one after the other, rounded to single precision. */
export interface Drawn {
  readonly re: Float32Array;
  readonly im: Float32Array;
}

export interface DrawnBlocks extends Drawn {
  readonly recipe: BlockRecipe;
  /** √η w, for each draw a row of N for each UE of the recipe; the block itself is Sᴴ, N × τ. */
  readonly beams: Drawn;
}

/**
 * Draws of what might be on air in a slot with these cells and powers: `count` of them, each AP's and each UE's made when first asked for.
 * They have names (cells of the plan, draw, AP or UE), so they are the same in every process and in any order, and serve all receivers.
 */
export class DrawnSlot {
  readonly count: number;
  readonly #deployment: Deployment;
  readonly #plan: SlotPlan;
  readonly #power: ReadonlyMap<number, AccessPointPower>;
  readonly #place: number;
  readonly #blocks = new Map<number, DrawnBlocks>();
  readonly #symbols = new Map<number, Drawn>();

  constructor(deployment: Deployment, plan: SlotPlan, power: readonly AccessPointPower[], count: number) {
    this.count = count;
    this.#deployment = deployment;
    this.#plan = plan;
    this.#power = new Map(power.map((split) => [split.accessPoint, split]));
    this.#place = placeOf(plan);
  }

  /** Sᴴ of a transmit AP with power, [count × N × τ]. */
  blocksOf(accessPoint: number): DrawnBlocks {
    return kept(this.#blocks, accessPoint, () => this.#drawBlocks(accessPoint));
  }

  /** xᴴ of a UE, [count × τ]. */
  symbolsOf(user: number): Drawn {
    return kept(this.#symbols, user, () => {
      const { sensingSamples: tau } = this.#deployment.network.block;
      const drawn = createDrawn(this.count * tau);
      const one = createComplexMatrix(tau, 1);
      for (let draw = 0; draw < this.count; draw++) {
        drawUserSymbols(this.#deployment, user, draw, this.#place, one);
        drawn.re.set(one.re, draw * tau);
        for (let t = 0, put = draw * tau; t < tau; t++, put++) drawn.im[put] = -one.im[t];
      }
      return drawn;
    });
  }

  /** Sᴴ and beams of an AP in one draw as `drawBlock` makes them, with the symbols of this slot. */
  drawInto(recipe: BlockRecipe, draw: number, streams: DrawnStreams, out: ComplexMatrix): void {
    const tau = out.columns;
    for (let k = 0; k < recipe.users.length; k++)
      copyDraw(this.symbolsOf(recipe.users[k].user), draw * tau, tau, streams.symbols, k * tau);
    drawBlock(this.#deployment, recipe, draw, this.#place, streams, out);
  }

  #drawBlocks(accessPoint: number): DrawnBlocks {
    const { block, accessPoints } = this.#deployment.network;
    const [tau, n] = [block.sensingSamples, accessPoints.antennaCount];
    const split = this.#power.get(accessPoint) ?? { accessPoint, users: [], inspections: [] };
    const recipe = blockRecipe(this.#deployment, this.#plan, split);
    const streams = createStreams(recipe, [tau, n]);
    const one = createComplexMatrix(n, tau);
    const drawn = createDrawn(this.count * n * tau);
    const width = n * recipe.users.length;
    const beams = createDrawn(this.count * width);
    for (let draw = 0; draw < this.count; draw++) {
      this.drawInto(recipe, draw, streams, one);
      drawn.re.set(one.re, draw * n * tau);
      drawn.im.set(one.im, draw * n * tau);
      beams.re.set(streams.beams.re.subarray(0, width), draw * width);
      beams.im.set(streams.beams.im.subarray(0, width), draw * width);
    }
    return { ...drawn, recipe, beams };
  }
}

/** Puts so many numbers from `first` into a matrix, from `put` on. */
export function copyDraw({ re, im }: Drawn, first: number, length: number, to: ComplexMatrix, put: number): void {
  for (let i = 0; i < length; i++) {
    to.re[put + i] = re[first + i];
    to.im[put + i] = im[first + i];
  }
}

/** A name of the inspected cells below 2³²: FNV-1a. Cells of other plans get other draws and do not share their Monte-Carlo error. */
function placeOf({ inspections }: SlotPlan): number {
  let hash = 0x811c9dc5;
  for (const { region, cell } of inspections)
    for (const word of [region, cell]) {
      hash = Math.imul(hash ^ (word & 0xffff), 0x01000193);
      hash = Math.imul(hash ^ (word >>> 16), 0x01000193);
    }
  return hash >>> 0;
}

function createDrawn(length: number): Drawn {
  return { re: new Float32Array(length), im: new Float32Array(length) };
}

function kept<T extends Drawn>(memory: Map<number, T>, key: number, make: () => T): T {
  const known = memory.get(key);
  if (known) return known;
  const made = make();
  const most = Math.max(1, Math.floor(MOST_BYTES / (8 * made.re.length)));
  if (memory.size >= most) memory.delete(memory.keys().next().value as number);
  memory.set(key, made);
  return made;
}
