import { losPathLossDb, nlosPathLossDb, spatialCorrelation } from '@vedetta/channel';
import { type ComplexMatrix, createComplexMatrix } from '@vedetta/numerics';
import { mmseEstimator, steeringVector } from '@vedetta/signal';
import { type AbstractMatrix, Matrix } from 'ml-matrix';
import type { EchoGains, MaxMinBeam, MaxMinProblem, MaxMinTarget, MaxMinUser } from './problem.ts';
import type { MaxMinOutcome, MaxMinSolution } from './solution.ts';
import { sumOfEchoes } from './sum-of-echoes.ts';

/** Uniform numbers of a small linear congruential generator; tests need them the same for ever. */
export function uniform(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    let x = state;
    x = Math.imul(x ^ (x >>> 16), 0x45d9f3b) >>> 0;
    x = (x ^ (x >>> 16)) >>> 0;
    return (x + 0.5) / 2 ** 32;
  };
}

/** A UE by its own gain alone: no interference unless stated. */
export function plainUser(signal: readonly number[], users: number, change: Partial<MaxMinUser> = {}): MaxMinUser {
  return {
    servingAccessPoints: signal.map((_, m) => m),
    signal,
    interference: Matrix.zeros(users, signal.length),
    contamination: Array.from({ length: users }, () => null),
    fixedInterference: 0,
    ...change,
  };
}

/** With nested arrays for matrices, as JSON has it. */
type Plain<T> = T extends AbstractMatrix ? number[][] : T extends object ? { readonly [K in keyof T]: Plain<T[K]> } : T;

/** A problem as golden/max-min.json has it. */
export function problemFrom({ users, sensing, ...rest }: Plain<MaxMinProblem>): MaxMinProblem {
  const gains = (plain: Plain<EchoGains>): EchoGains => ({ ...plain, users: new Matrix(plain.users) });
  const free = { ...rest, users: users.map((user) => ({ ...user, interference: new Matrix(user.interference) })) };
  if (!sensing) return free;
  const targets = sensing.targets.map(({ own, others }) => ({ own: gains(own), others: gains(others) }));
  return { ...free, sensing: { ...sensing, targets } };
}

/** The solution, where there is one. */
export function solved(outcome: MaxMinOutcome): MaxMinSolution {
  if (outcome.outcome === 'infeasible') throw new Error(`infeasible, attainable ${outcome.attainableSir}`);
  return outcome;
}

export interface Size {
  readonly users: number;
  readonly accessPoints: number;
  readonly targets: number;
  readonly pilots: number;
  readonly serving: number;
  readonly sirFloor?: number;
  readonly antennas?: number;
}

/** A network as the paper draws it: area 707 m square, urban micro path loss, MMSE estimates, steered beams; coefficients of (23) and (48). */
export function randomProblem(seed: number, size: Size): MaxMinProblem {
  const draw = uniform(seed);
  const n = size.antennas ?? 4;
  const place = (height: number) => [707 * draw(), 707 * draw(), height] as const;
  const aps = Array.from({ length: size.accessPoints }, () => place(10));
  const ues = Array.from({ length: size.users }, () => place(1.65));
  const targets = Array.from({ length: size.targets }, () => place(20 + 80 * draw()));
  const receivers = targets.map(([x, y]) => [x + 160 * (draw() - 0.5), y + 160 * (draw() - 0.5), 10]);
  const noiseVariance = 10 ** ((-174 - 30) / 10) * 20e6;
  const pilot = ues.map((_, k) => k % size.pilots);
  const distance = (p: readonly number[], q: readonly number[]) => Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
  const gain = aps.map((ap) =>
    ues.map((ue) => 10 ** (-(nlosPathLossDb(2, distance(ap, ue)) + 8 * (draw() - 0.5)) / 10)),
  );
  const correlation = aps.map((ap) =>
    ues.map((ue) => {
      const azimuth = Math.atan2(ue[1] - ap[1], ue[0] - ap[0]);
      const elevation = Math.asin((ue[2] - ap[2]) / distance(ap, ue));
      const spread = Math.PI / 12;
      return spatialCorrelation({
        antennaCount: n,
        spacing: 0.5,
        azimuth,
        elevation,
        azimuthSpread: spread,
        elevationSpread: spread,
      });
    }),
  );
  const estimator = aps.map((_, m) =>
    ues.map((_, k) => {
      const sharing = ues.flatMap((_, j) => (pilot[j] === pilot[k] ? [j] : []));
      const users = sharing.map((j) => ({ correlation: correlation[m][j], gain: gain[m][j], pilotPower: 1e-4 }));
      return mmseEstimator({ users, pilotLength: size.pilots, noiseVariance }, sharing.indexOf(k));
    }),
  );
  const overLinks = (of: (k: number, m: number) => number) =>
    new Matrix(ues.map((_, k) => aps.map((_, m) => of(k, m))));
  const users = ues.map((_, k): MaxMinUser => {
    const order = aps.map((_, m) => m).sort((a, b) => gain[b][k] - gain[a][k]);
    const contamination = ues.map((_, j) => {
      if (j === k || pilot[j] !== pilot[k]) return null;
      const cross = aps.map((_, m) => traceOfProduct(correlation[m][k], estimator[m][j].estimationMatrix));
      const scale = (m: number) => gain[m][k] / Math.sqrt(estimator[m][j].tracePhi);
      return { re: cross.map(({ re }, m) => re * scale(m)), im: cross.map(({ im }, m) => im * scale(m)) };
    });
    return {
      servingAccessPoints: order.slice(0, size.serving).sort((a, b) => a - b),
      signal: aps.map((_, m) => Math.sqrt(estimator[m][k].tracePhi)),
      interference: overLinks((j, m) => {
        const { estimateCovariance, tracePhi } = estimator[m][j];
        return (gain[m][k] * traceOfProduct(correlation[m][k], estimateCovariance).re) / tracePhi;
      }),
      contamination,
      fixedInterference: 0,
    };
  });
  const noSensing = { noiseVariance, powerBudget: aps.map(() => 2), users };
  if (size.targets === 0) return noSensing;
  const direction = (m: number, p: readonly number[]) => (p[1] - aps[m][1]) / distance(aps[m], p);
  const steering = targets.map((p) => aps.map((_, m) => steeringVector(n, 0.5, direction(m, p))));
  const beamOwners = targets.flatMap((p, l) =>
    aps
      .map((ap, m) => ({ m, d: distance(ap, p) }))
      .sort((a, b) => a.d - b.d)
      .slice(0, 4)
      .map(({ m }) => ({ accessPoint: m, target: l })),
  );
  const beams = beamOwners.map(
    ({ accessPoint: m, target: l }): MaxMinBeam => ({
      accessPoint: m,
      interference: ues.map((_, k) => (gain[m][k] * quadratic(correlation[m][k], steering[l][m])) / n),
    }),
  );
  const one = (p: readonly number[], q: readonly number[], hp: number, hq: number) =>
    10 ** (-losPathLossDb(2, distance(p, q), hp, hq) / 10);
  /** Echo of target l at the receiver of target r. */
  const echo = (l: number, r: number): EchoGains => {
    const p = targets[l];
    const beta = aps.map((ap) => one(ap, p, 10, p[2]) * one(receivers[r], p, 10, p[2]) * 1e14);
    return {
      users: overLinks((k, m) => {
        const { estimateCovariance, tracePhi } = estimator[m][k];
        return (beta[m] * quadratic(estimateCovariance, steering[l][m])) / tracePhi;
      }),
      beams: beamOwners.map(({ accessPoint: m, target }) => (beta[m] * inner(steering[l][m], steering[target][m])) / n),
    };
  };
  const sensed = targets.map((_, r): MaxMinTarget => {
    const own = echo(r, r);
    const others = targets.flatMap((_, l) => (l === r ? [] : [echo(l, r)]));
    return { own, others: sumOfEchoes(others, own) };
  });
  return { ...noSensing, sensing: { sirFloor: size.sirFloor ?? 0, beams, targets: sensed } };
}

function traceOfProduct(a: ComplexMatrix, b: ComplexMatrix): { re: number; im: number } {
  let re = 0;
  let im = 0;
  for (let i = 0; i < a.rows; i++)
    for (let j = 0; j < a.columns; j++) {
      const [x, y] = [i * a.columns + j, j * b.columns + i];
      re += a.re[x] * b.re[y] - a.im[x] * b.im[y];
      im += a.re[x] * b.im[y] + a.im[x] * b.re[y];
    }
  return { re, im };
}

/** aᴴ C a. */
function quadratic(c: ComplexMatrix, a: ComplexMatrix): number {
  const outer = createComplexMatrix(a.rows, a.rows);
  for (let i = 0; i < a.rows; i++)
    for (let j = 0; j < a.rows; j++) {
      outer.re[i * a.rows + j] = a.re[i] * a.re[j] + a.im[i] * a.im[j];
      outer.im[i * a.rows + j] = a.im[i] * a.re[j] - a.re[i] * a.im[j];
    }
  return traceOfProduct(c, outer).re;
}

/** |aᴴ b|². */
function inner(a: ComplexMatrix, b: ComplexMatrix): number {
  let re = 0;
  let im = 0;
  for (let i = 0; i < a.rows; i++) {
    re += a.re[i] * b.re[i] + a.im[i] * b.im[i];
    im += a.re[i] * b.im[i] - a.im[i] * b.re[i];
  }
  return re * re + im * im;
}
