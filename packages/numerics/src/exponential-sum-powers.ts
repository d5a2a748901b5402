/**
 * Upper tail of a sum of independent exponential variables by scaling and squaring, P(Σ > x) = e₁ᵀ exp(T h)^{2^s} 1 with T the
 * bidiagonal generator that leaves phase i at rate 1/means[i] for phase i + 1, and h = x / 2^s below the smallest mean.
 *
 * exp(T h) is a non-negative upper triangular matrix whose elements, from uniformisation, and squares, are sums of positive terms. The
 * diagonal is set to e^{−h/mean} afresh after every squaring, so that round-off grows with s and not with 2^s.
 *
 * @param means  positive, ascending.
 * @param x      positive.
 * @remarks O(s · count³ / 3), s = log₂(x / smallest mean): whatever the spread.
 */
export function tailByMatrixPowers(means: Float64Array, x: number): number {
  const n = means.length;
  const squarings = Math.max(0, Math.ceil(Math.log2(x / means[0])));
  let step = x / 2 ** squarings;
  let from = shortTransition(means, step);
  let to = new Float64Array(n * n);
  for (let s = 0; s < squarings; s++) {
    step *= 2;
    square(n, from, to);
    for (let i = 0; i < n; i++) to[i * n + i] = Math.exp(-step / means[i]);
    const swap = from;
    from = to;
    to = swap;
  }
  let sum = 0;
  for (let j = 0; j < n; j++) sum += from[j];
  return Math.min(1, sum);
}

/** exp(T h) for h at most the smallest mean: Σ_k e^{−1} / k! · Pᵏ, P = I + T · min the jump matrix, scaled to rate h / min. */
function shortTransition(means: Float64Array, h: number): Float64Array<ArrayBuffer> {
  const n = means.length;
  const smallest = means[0];
  const load = h / smallest;
  const out = new Float64Array(n * n);
  const row = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    row.fill(0);
    row[i] = 1;
    let weight = Math.exp(-load);
    out[i * n + i] = weight;
    for (let k = 1; k <= n - i + 24; k++) {
      weight *= load / k;
      for (let j = Math.min(n - 1, i + k); j >= i; j--) {
        const entering = j > i ? row[j - 1] * (smallest / means[j - 1]) : 0;
        row[j] = row[j] * ((means[j] - smallest) / means[j]) + entering;
        out[i * n + j] += weight * row[j];
      }
    }
  }
  return out;
}

/** to ← from², upper triangular, row by row. */
function square(n: number, from: Float64Array, to: Float64Array): void {
  to.fill(0);
  for (let i = 0; i < n; i++) {
    for (let k = i; k < n; k++) {
      const a = from[i * n + k];
      if (a === 0) continue;
      for (let j = k; j < n; j++) to[i * n + j] += a * from[k * n + j];
    }
  }
}
