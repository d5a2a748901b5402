import type { AccessPointPower, Deployment, SlotPlan } from '@vedetta/deployment';
import {
  type ComplexMatrix,
  createComplexMatrix,
  type DrawKey,
  drawKey,
  fillComplexNormal,
  gemm,
} from '@vedetta/numerics';
import { generateSymbols, sensingBeam } from '@vedetta/signal';
import { plannedOf } from './long-term-rest.ts';
import { servedPilots } from './transmitters.ts';

/** What one transmit AP sends with given powers, up to what is drawn. */
export interface BlockRecipe {
  readonly accessPoint: number;
  /** UEs with power and a beam, ascending: `beamRoot`, to be multiplied by √η. */
  readonly users: readonly {
    readonly user: number;
    readonly pilot: number;
    readonly amplitude: number;
    readonly root: ComplexMatrix;
  }[];
  /** Inspected regions with power, in the order of inspections; √μ w₀ (14). */
  readonly sensing: readonly { readonly region: number; readonly amplitude: number; readonly beam: ComplexMatrix }[];
}

export function blockRecipe(deployment: Deployment, plan: SlotPlan, split: AccessPointPower): BlockRecipe {
  const { accessPoint } = split;
  const amplitudes = new Map(split.users.map(({ user, power }) => [user, Math.sqrt(power)]));
  const users = servedPilots(deployment, accessPoint).flatMap(({ pilot, users: served }) =>
    served.flatMap(({ user, beamRoot: root }) => {
      const amplitude = amplitudes.get(user) ?? 0;
      return root && amplitude > 0 ? [{ user, pilot, amplitude, root }] : [];
    }),
  );
  const sensing = [...split.inspections]
    .sort((a, b) => a.inspection - b.inspection)
    .flatMap(({ inspection, power }) => {
      const planned = plannedOf(plan, inspection);
      if (!planned || power === 0) return [];
      const beam = sensingBeam(deployment.steering(accessPoint, planned.position, planned.angleError));
      return [{ region: planned.region, amplitude: Math.sqrt(power), beam }];
    });
  return { accessPoint, users: users.sort((a, b) => a.user - b.user), sensing };
}

/** Streams of one AP in one draw: those of its UEs, then its sensing beams. */
export interface DrawnStreams {
  /** √p wᵀ, a row of N per stream. */
  readonly beams: ComplexMatrix;
  /** xᴴ, a row of τ per stream; the rows of UEs are the caller's to fill. */
  readonly symbols: ComplexMatrix;
}

/** Memory for the draws of one AP. */
export function createStreams({ users, sensing }: BlockRecipe, [tau, n]: readonly [number, number]): DrawnStreams {
  const count = users.length + sensing.length;
  const streams = { beams: createComplexMatrix(count, n), symbols: createComplexMatrix(count, tau) };
  sensing.forEach(({ amplitude, beam }, i) => {
    const row = (users.length + i) * n;
    for (let a = 0; a < n; a++) {
      streams.beams.re[row + a] = amplitude * beam.re[a];
      streams.beams.im[row + a] = amplitude * beam.im[a];
    }
  });
  return streams;
}

/**
 * Draw number `draw` of what one transmit AP emits (9), (10): channel estimates (6) from their long-term statistics, those of one pilot from one
 * observation; sensing symbols from the modulation. Named under the layout seed, so that every process makes the same ones; they have
 * nothing in common with what a run transmits.
 *
 * @param place  what the draws are for: a number below 2³².
 * @param streams  of `createStreams`, xᴴ of UEs filled in; gets beams of UEs and sensing symbols.
 * @param out  Sᴴ, N × τ, overwritten.
 */
export function drawBlock(
  deployment: Deployment,
  { accessPoint, users, sensing }: BlockRecipe,
  draw: number,
  place: number,
  { beams, symbols }: DrawnStreams,
  out: ComplexMatrix,
): void {
  const keys = keysOf(deployment);
  const address = draw * 65_536 + accessPoint;
  const n = beams.columns;
  const white = createComplexMatrix(n, 1);
  let last = -1;
  for (let k = 0; k < users.length; k++) {
    const { pilot, amplitude, root } = users[k];
    if (pilot !== last) fillComplexNormal(keys.pilot, address, pilot, place, white);
    last = pilot;
    for (let i = 0, at = 0; i < n; i++) {
      let re = 0;
      let im = 0;
      for (let j = 0; j < n; j++, at++) {
        re += root.re[at] * white.re[j] - root.im[at] * white.im[j];
        im += root.re[at] * white.im[j] + root.im[at] * white.re[j];
      }
      beams.re[k * n + i] = amplitude * re;
      beams.im[k * n + i] = amplitude * im;
    }
  }
  const { modulation } = deployment.network.block;
  const tau = symbols.columns;
  const drawn = createComplexMatrix(tau, 1);
  for (let i = 0; i < sensing.length; i++) {
    generateSymbols(modulation, 'sensing', keys.sensing, address, sensing[i].region, place, drawn);
    conjugateInto(drawn, symbols, (users.length + i) * tau);
  }
  gemm('HN', beams, symbols, out); // (9), (10)
}

/** Symbols of one UE in a draw. @param out  τ × 1, overwritten. */
export function drawUserSymbols(
  deployment: Deployment,
  user: number,
  draw: number,
  place: number,
  out: ComplexMatrix,
): void {
  const { modulation } = deployment.network.block;
  generateSymbols(modulation, 'communication', keysOf(deployment).symbols, draw, user, place, out);
}

/** to ← conj(from), from a place on. */
export function conjugateInto(from: ComplexMatrix, to: ComplexMatrix, first: number): void {
  to.re.set(from.re, first);
  for (let t = 0, put = first; t < from.im.length; t++, put++) to.im[put] = -from.im[t];
}

/** S, τ × N, from Sᴴ. */
export function fromHermitian({ rows: n, columns: tau, re, im }: ComplexMatrix, samples: ComplexMatrix): void {
  for (let a = 0, at = 0; a < n; a++)
    for (let t = 0, put = a; t < tau; t++, at++, put += n) {
      samples.re[put] = re[at];
      samples.im[put] = -im[at];
    }
}

interface Keys {
  readonly pilot: DrawKey;
  readonly symbols: DrawKey;
  readonly sensing: DrawKey;
}

const memory = new WeakMap<Deployment, Keys>();

function keysOf(deployment: Deployment): Keys {
  const known = memory.get(deployment);
  if (known) return known;
  const key = (what: string) => drawKey(deployment.network.layoutSeed, `receiver/long-term/${what}`);
  const made = { pilot: key('pilot'), symbols: key('user-symbols'), sensing: key('sensing-symbols') };
  memory.set(deployment, made);
  return made;
}
