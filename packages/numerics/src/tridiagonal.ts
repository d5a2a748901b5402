import { ConvergenceError } from './errors.ts';

/**
 * Householder reduction of a Hermitian matrix to a real symmetric tridiagonal one: A = Q P T Pᴴ Qᴴ, P a diagonal of phases.
 *
 * @param re,im      A, [n × n] row-major, only the lower triangle is read. On return column k holds below its diagonal the k-th
 *                   Householder vector v_k; Q is the product of I − τ_k v_k v_kᴴ.
 * @param diagonal   Returns the n diagonal elements of T.
 * @param offDiagonal Returns the n − 1 subdiagonal elements of T, all ≥ 0, then a zero.
 * @param tau        Returns the n factors τ_k (the last two are zero or trivial).
 * @param phaseRe,phaseIm Return the n unit phases of P.
 * @param work            Four lines of n elements, overwritten.
 */
export function reduceToTridiagonal(
  n: number,
  re: Float64Array,
  im: Float64Array,
  diagonal: Float64Array,
  offDiagonal: Float64Array,
  tau: Float64Array,
  phaseRe: Float64Array,
  phaseIm: Float64Array,
  work: readonly Float64Array[],
): void {
  phaseRe[0] = 1;
  phaseIm[0] = 0;
  for (let k = 0; k < n - 1; k++) {
    diagonal[k] = re[k * n + k];
    const first = (k + 1) * n + k;
    let below = 0;
    for (let i = k + 2; i < n; i++) below += re[i * n + k] ** 2 + im[i * n + k] ** 2;
    const headRe = re[first];
    const headIm = im[first];
    const head = Math.sqrt(headRe * headRe + headIm * headIm);
    const cosine = head > 0 ? headRe / head : 1;
    const sine = head > 0 ? headIm / head : 0;
    const length = below > 0 ? Math.sqrt(head * head + below) : head;
    // The subdiagonal element is −e^{jθ}‖x‖ after a reflection, e^{jθ}|x| without one; its phase moves into P.
    const turn = below > 0 ? -1 : 1;
    offDiagonal[k] = length;
    phaseRe[k + 1] = turn * (cosine * phaseRe[k] - sine * phaseIm[k]);
    phaseIm[k + 1] = turn * (cosine * phaseIm[k] + sine * phaseRe[k]);
    tau[k] = 0;
    if (below === 0) continue;
    re[first] = headRe + cosine * length;
    im[first] = headIm + sine * length;
    tau[k] = 1 / (length * (length + head)); // 2 / ‖v‖²
    reflectBothSides(n, k, re, im, tau[k], work);
  }
  diagonal[n - 1] = re[n * n - 1];
  offDiagonal[n - 1] = 0;
  tau[n - 1] = 0;
}

/** A ← (I − τ v vᴴ) A (I − τ v vᴴ) on the trailing lower triangle, as A − v wᴴ − w vᴴ with w = p − ½τ(vᴴp) v, p = τ A v. */
function reflectBothSides(
  n: number,
  k: number,
  re: Float64Array,
  im: Float64Array,
  tau: number,
  work: readonly Float64Array[],
): void {
  const [vr, vi, wr, wi] = work;
  for (let i = k + 1; i < n; i++) {
    vr[i] = re[i * n + k];
    vi[i] = im[i * n + k];
    wr[i] = 0;
    wi[i] = 0;
  }
  for (let i = k + 1; i < n; i++) {
    const x = vr[i];
    const y = vi[i];
    let sr = re[i * n + i] * x;
    let si = re[i * n + i] * y;
    for (let j = k + 1; j < i; j++) {
      const ar = re[i * n + j];
      const ai = im[i * n + j];
      sr += ar * vr[j] - ai * vi[j];
      si += ar * vi[j] + ai * vr[j];
      wr[j] += ar * x + ai * y;
      wi[j] += ar * y - ai * x;
    }
    wr[i] += sr;
    wi[i] += si;
  }
  let inner = 0;
  for (let i = k + 1; i < n; i++) {
    wr[i] *= tau;
    wi[i] *= tau;
    inner += vr[i] * wr[i] + vi[i] * wi[i];
  }
  const half = 0.5 * tau * inner;
  for (let i = k + 1; i < n; i++) {
    wr[i] -= half * vr[i];
    wi[i] -= half * vi[i];
  }
  for (let i = k + 1; i < n; i++) {
    const x = vr[i];
    const y = vi[i];
    const p = wr[i];
    const q = wi[i];
    for (let j = k + 1; j <= i; j++) {
      re[i * n + j] -= x * wr[j] + y * wi[j] + p * vr[j] + q * vi[j];
      im[i * n + j] -= y * wr[j] - x * wi[j] + q * vr[j] - p * vi[j];
    }
  }
}

const EPSILON = 2 ** -52;

/**
 * Implicit QL with Wilkinson shifts on a real symmetric tridiagonal matrix.
 *
 * @param d  n diagonal elements; returns the eigenvalues, unsorted.
 * @param e  n − 1 subdiagonal elements and a zero; destroyed.
 * @param z  [n × n] whose *rows* are rotated along (start with the identity: row i becomes the eigenvector of d[i]), or null.
 * @throws {ConvergenceError} after 60 sweeps for one eigenvalue.
 */
export function diagonaliseTridiagonal(n: number, d: Float64Array, e: Float64Array, z: Float64Array | null): void {
  let norm = 0;
  for (let i = 0; i < n; i++) norm = Math.max(norm, Math.abs(d[i]) + Math.abs(e[i]));
  const negligible = EPSILON * norm;
  for (let l = 0; l < n; l++) {
    for (let sweep = 0; ; sweep++) {
      let m = l;
      while (m < n - 1 && Math.abs(e[m]) > negligible) m++;
      if (m === l) break;
      if (sweep === 60) throw new ConvergenceError('eigenHermitian', `eigenvalue ${l} of ${n} after 60 sweeps`);
      let g = (d[l + 1] - d[l]) / (2 * e[l]);
      const root = Math.sqrt(g * g + 1);
      g = d[m] - d[l] + e[l] / (g + (g < 0 ? -root : root));
      let s = 1;
      let c = 1;
      let p = 0;
      let i = m - 1;
      for (; i >= l; i--) {
        const f = s * e[i];
        const b = c * e[i];
        const r = Math.sqrt(f * f + g * g);
        e[i + 1] = r;
        if (r === 0) {
          d[i + 1] -= p;
          e[m] = 0;
          break;
        }
        s = f / r;
        c = g / r;
        g = d[i + 1] - p;
        const t = (d[i] - g) * s + 2 * c * b;
        p = s * t;
        d[i + 1] = g + p;
        g = c * t - b;
        if (z !== null) rotateRows(n, z, i, c, s);
      }
      if (i >= l) continue;
      d[l] -= p;
      e[l] = g;
      e[m] = 0;
    }
  }
}

function rotateRows(n: number, z: Float64Array, row: number, c: number, s: number): void {
  const from = row * n;
  for (let k = from; k < from + n; k++) {
    const upper = z[k];
    const lower = z[k + n];
    z[k + n] = s * upper + c * lower;
    z[k] = c * upper - s * lower;
  }
}
