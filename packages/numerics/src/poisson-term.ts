const SERIES_REACH = 0.35;

/**
 * Poisson probability for real k: x^k e^{−x} / Γ(k + 1), by the saddle-point form e^{−δ(k) − D(k, x)} / √(2πk), D(k, x) =
 * k ln(k/x) + x − k, which loses no digits to cancellation however large k and x are (C. Loader, 2000).
 *
 * @param k  ≥ 0.   @param x  ≥ 0.
 * @returns relative error of some 1e-15, more only as |ln result| nears 700; 0 on underflow.
 */
export function poissonTerm(k: number, x: number): number {
  if (x === 0) return k === 0 ? 1 : 0;
  if (k < 15) {
    const half = Math.exp(-0.5 * x);
    return (half * x ** k * half) / gammaOfNext(k);
  }
  return Math.exp(-stirlingCorrection(k) - deviance(k, x)) / Math.sqrt(2 * Math.PI * k);
}

/** D(k, x) = k ln(k/x) + x − k, for k and x > 0; a series in (k − x)/(k + x) where the two nearly cancel. */
function deviance(k: number, x: number): number {
  const v = (k - x) / (k + x);
  if (Math.abs(v) > SERIES_REACH) return k * Math.log(k / x) + x - k;
  let sum = (k - x) * v;
  let power = 2 * k * v;
  for (let odd = 3; ; odd += 2) {
    power *= v * v;
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}

/** δ(k) = ln Γ(k + 1) − (k + ½) ln k + k − ½ ln 2π, for k ≥ 15. */
function stirlingCorrection(k: number): number {
  const q = 1 / (k * k);
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - (691 / 360360) * q) * q) * q) * q) * q) / k;
}

/** Γ(k + 1) for 0 ≤ k < 15: a factorial, or Stirling's formula sixteen steps up. */
function gammaOfNext(k: number): number {
  let product = 1;
  if (Number.isInteger(k)) {
    for (let i = 2; i <= k; i++) product *= i;
    return product;
  }
  for (let i = 1; i <= 16; i++) product *= k + i;
  const up = k + 16;
  return (Math.sqrt(2 * Math.PI * up) * up ** up * Math.exp(stirlingCorrection(up) - up)) / product;
}
