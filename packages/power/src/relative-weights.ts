/** Below this a quotient of two gains has lost digits to underflow. */
const SMALLEST_NORMAL = 2 ** -1022;

/**
 * The weights gain^κ / max gain^κ of (57), (58), each in [0, 1] and at least one of them 1, without overflow or loss of digits
 * for any positive gains and any finite κ of either sign.
 *
 * Gains of 0 are taken as the limit: with κ > 0 they get nothing beside a positive gain, with κ < 0 they get everything.
 *
 * @param gains  linear, ≥ 0
 * @param kappa  κ
 */
export function relativeWeights(gains: readonly number[], kappa: number): number[] {
  if (gains.length === 0) return [];
  const favoured = kappa >= 0 ? Math.max(...gains) : Math.min(...gains);
  return gains.map((gain) => {
    if (gain === favoured || kappa === 0) return 1;
    const quotient = gain / favoured;
    if (quotient >= SMALLEST_NORMAL && quotient < Number.POSITIVE_INFINITY) return quotient ** kappa;
    return Math.exp(kappa * (Math.log(gain) - Math.log(favoured)));
  });
}
