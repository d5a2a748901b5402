import type { AccessPointPower, Deployment, SlotPlan } from '@vedetta/deployment';
import {
  type ComplexMatrix,
  choleskyInPlace,
  createComplexMatrix,
  solveLowerHermitianInPlace,
  solveLowerInPlace,
} from '@vedetta/numerics';
import type { ReceiverLook } from '../receiver-look.ts';
import { type LongTermRest, longTermRest, scatteredPower } from './long-term-rest.ts';

/**
 * What the mean squares of the shares of faint APs may add up to, its root. Their part of the output means varies by less than this; a
 * false-alarm probability P changes by the factor 1 + ½ (θ ln P)² at most: 0.4 % at 10⁻², 1.7 % at 10⁻⁴. The Monte-Carlo error of 128 draws is
 * 5 to 15 % and 20 to 60 % there.
 */
const FAINT = 2e-2;

/** Unknown transmit APs of a look: those whose signals are drawn, and those that are too faint for that. */
export interface FarClutter {
  /** Ascending. */
  readonly drawn: readonly number[];
  /** Mean of the clutter of the others, given the symbols that known APs send too; null without others. */
  readonly faint: LongTermRest | null;
}

/**
 * Divides the rest of a look. The share of an AP is its mean clutter against the noise and long-term rest it lies in,
 *
 *   ε_m = tr[(σ²I + R_u)⁻¹ R_u,m]/N
 *
 * The faintest are those whose Σ ε² stays below θ²: of them the mean alone is taken.
 */
export function divideRest(
  deployment: Deployment,
  look: ReceiverLook,
  plan: SlotPlan,
  power: readonly AccessPointPower[],
): FarClutter {
  const { receiver, partition, design } = look;
  const white = design?.rest?.white;
  if (!white) return { drawn: partition.rest, faint: null };
  const inverse = inverseOf(white.receiveCorrelation, white.power, deployment.noiseVariance);
  const splits = new Map(power.map((split) => [split.accessPoint, split]));
  const shares = partition.rest.map((accessPoint) => {
    const split = splits.get(accessPoint);
    const link = deployment.clutterLink(receiver, accessPoint);
    const mean = split ? scatteredPower(deployment, link, plan, split) : 0;
    return { accessPoint, share: (mean * traceOfProduct(inverse, link.receiveCorrelation)) / inverse.rows };
  });
  shares.sort((a, b) => a.share - b.share || b.accessPoint - a.accessPoint);
  let faint = 0;
  for (let sum = 0; faint < shares.length; faint++) {
    sum += shares[faint].share ** 2;
    if (sum > FAINT * FAINT) break;
  }
  const ids = (list: typeof shares) => list.map(({ accessPoint }) => accessPoint).sort((a, b) => a - b);
  const rest = ids(shares.slice(0, faint));
  return {
    drawn: ids(shares.slice(faint)),
    faint: rest.length > 0 ? longTermRest(deployment, receiver, plan, power, { ...partition, rest }, false) : null,
  };
}

/** (σ²I + p R)⁻¹. */
function inverseOf(correlation: ComplexMatrix, power: number, noise: number): ComplexMatrix {
  const n = correlation.rows;
  const factor = createComplexMatrix(n, n);
  const inverse = createComplexMatrix(n, n);
  for (let e = 0; e < n * n; e++) {
    factor.re[e] = power * correlation.re[e] + (e % (n + 1) === 0 ? noise : 0);
    factor.im[e] = power * correlation.im[e];
    inverse.re[e] = e % (n + 1) === 0 ? 1 : 0;
  }
  choleskyInPlace(factor);
  solveLowerInPlace(factor, inverse);
  solveLowerHermitianInPlace(factor, inverse);
  return inverse;
}

/** tr(A B) of Hermitian matrices. */
function traceOfProduct(a: ComplexMatrix, b: ComplexMatrix): number {
  let sum = 0;
  for (let e = 0; e < a.re.length; e++) sum += a.re[e] * b.re[e] + a.im[e] * b.im[e];
  return sum;
}
