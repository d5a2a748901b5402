import { type ComplexMatrix, createComplexMatrix } from '@vedetta/numerics';
import { beamStatistics } from './beam-statistics.ts';
import { checkSituation } from './check-situation.ts';
import { addScaled, hermitianTrace } from './hermitian-trace.ts';
import type { SinrSituation, SinrTerms } from './types.ts';

/**
 * SINR of every UE in closed form, of the use-and-then-forget bound with maximum-ratio beams of MMSE estimates.
 *
 *   γ_k = |Σ_m √(η_{k,m} tr Φ_{k,m})|² / ( Σ_{j,m} η_{j,m} tr(C_{k,m}Φ_{j,m})/tr Φ_{j,m}
 *         + Σ_{j≠k, same pilot} |Σ_m √η_{j,m} √(η̄_k/η̄_j) tr(C_{k,m}Λ_{j,m})/√tr Φ_{j,m}|²
 *         + Σ μ tr(C_{k,m} W) + σ² )                                                            (23)
 *
 * √(η̄_k/η̄_j) is missing in the paper's print, which is for equal pilot powers. C stands untransposed, since y_k = hᴴs (15). The first
 * sum holds the UE's own beams too: the uncertainty of its effective channel. One W each for detection (20) and tracking (21).
 *
 * A UE without serving power has SINR 0. An AP that does not hear a UE at all (tr Φ = 0) has no beam for it and sends nothing, whatever
 * power it was given: neither signal nor interference, as in the network's transmit side.
 *
 * @param situation  C [k][m], η K × M, W; not modified
 * @returns [k] γ, linear, and its four terms, W; all at least 0, and the denominator at least σ²
 * @throws {CommunicationError} if sizes disagree or numbers are out of range; checked once, before any loop
 * @throws {NotPositiveDefiniteError} if the noise is lost in the rounding of what else is heard on a pilot
 * @remarks O(links N³ + K M N²) with the links that have power: what an AP sends is summed before any UE hears it.
 */
export function closedFormSinr(situation: SinrSituation): SinrTerms[] {
  checkSituation(situation);
  const { correlation, power, noiseVariance } = situation;
  const users = correlation.length;
  const amplitude = new Float64Array(users);
  const contamination = new Float64Array(users);
  const communicationCovariance = zeroPerAccessPoint(situation);
  for (let j = 0; j < users; j++) {
    const coherent = createComplexMatrix(users, 1);
    for (let m = 0; m < power.columns; m++) {
      const eta = power.get(j, m);
      const beam = eta > 0 ? beamStatistics(situation, j, m) : null;
      if (beam === null) continue;
      const root = Math.sqrt(eta);
      amplitude[j] += root * beam.meanGain;
      addScaled(communicationCovariance[m], eta, beam.covariance);
      for (const { user, re, im } of beam.contaminated) {
        coherent.re[user] += root * re;
        coherent.im[user] += root * im;
      }
    }
    for (let k = 0; k < users; k++) contamination[k] += coherent.re[k] ** 2 + coherent.im[k] ** 2; // (23)
  }
  const sensingCovariance = zeroPerAccessPoint(situation);
  if (users > 0) {
    for (const beam of situation.sensing)
      addScaled(sensingCovariance[beam.accessPoint], beam.power, beam.beamCovariance);
  }
  return correlation.map((toAccessPoint, k) => {
    const signal = amplitude[k] ** 2; // (23)
    const interference = received(toAccessPoint, communicationCovariance); // (23)
    const sensing = received(toAccessPoint, sensingCovariance); // (23)
    const sinr = signal / (interference + contamination[k] + sensing + noiseVariance); // (23)
    return { sinr, signal, interference, contamination: contamination[k], sensing };
  });
}

/** Σ_m tr(C_m T_m), W: what a UE receives of signals of covariance T_m that know nothing of its channel. */
function received(correlation: readonly ComplexMatrix[], transmitted: readonly ComplexMatrix[]): number {
  let sum = 0;
  for (const [m, covariance] of transmitted.entries()) sum += hermitianTrace(correlation[m], covariance);
  return Math.max(0, sum);
}

function zeroPerAccessPoint({ correlation }: SinrSituation): ComplexMatrix[] {
  return (correlation[0] ?? []).map(({ rows }) => createComplexMatrix(rows, rows));
}
