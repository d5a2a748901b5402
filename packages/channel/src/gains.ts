import type { Point, PropagationConfig } from '@vedetta/scenario';
import { distance } from './geometry.ts';
import { losPathLossDb, nlosPathLossDb } from './path-loss.ts';
import { dbToLinear, wavelength } from './units.ts';

/** Standard deviation of the log-normal shadow fading (TR 36.814 urban micro), dB. */
export const shadowFadingDeviationDb = { los: 3, nlos: 4 } as const;

/**
 * AP–UE gain ρ = tr(C)/N of (1), without line of sight since (1) is Rayleigh.
 *
 * @param shadowingDb  the link's shadow fading in dB, 0 when it is off; a positive value means more gain
 * @returns linear power gain
 */
export function apUserGain(
  propagation: Pick<PropagationConfig, 'carrierGhz'>,
  accessPoint: Point,
  user: Point,
  shadowingDb = 0,
): number {
  return dbToLinear(shadowingDb - nlosPathLossDb(propagation.carrierGhz, distance(accessPoint, user)));
}

/**
 * Power of the clutter that one transmit AP causes at one receive AP, ς κ² = ς b/(1 + c) per element (25).
 *
 * @param gain  b, linear
 * @param ricianFactor  c of (4); with Infinity the answer is 0
 */
export function clutterPower(
  propagation: Pick<PropagationConfig, 'clutterScale'>,
  gain: number,
  ricianFactor: number,
): number {
  return (propagation.clutterScale * gain) / (1 + ricianFactor); // (25)
}

/**
 * AP–target gain λ: line of sight, no shadowing.
 *
 * @returns linear power gain
 * @throws {PropagationError} for an AP or a target at 1 m or lower
 */
export function apTargetGain(
  propagation: Pick<PropagationConfig, 'carrierGhz'>,
  accessPoint: Point,
  target: Point,
): number {
  return dbToLinear(-losPathLossDb(propagation.carrierGhz, distance(accessPoint, target), accessPoint[2], target[2]));
}

/**
 * Gain β of an echo (5), (27): transmit AP → point scatterer → receive AP.
 *
 *   product          β = λ_tx λ_rx
 *   radar-equation   β = λ_tx λ_rx · 4π/λ²,  λ the wavelength: what an RCS in m² needs
 *
 * @returns linear power gain: dimensionless for `product`, per m² of radar cross-section for `radar-equation`
 * @throws {PropagationError} for an AP or a target at 1 m or lower
 */
export function echoGain(
  propagation: Pick<PropagationConfig, 'carrierGhz' | 'targetGain'>,
  transmit: Point,
  target: Point,
  receive: Point,
): number {
  return (
    apTargetGain(propagation, transmit, target) * apTargetGain(propagation, receive, target) * echoScale(propagation) // (27)
  );
}

/** What multiplies the two AP–target gains: 1 for `product`, 4π/λ² in m⁻² for `radar-equation`. */
export function echoScale(propagation: Pick<PropagationConfig, 'carrierGhz' | 'targetGain'>): number {
  if (propagation.targetGain === 'product') return 1;
  const lambda = wavelength(propagation.carrierGhz);
  return (4 * Math.PI) / (lambda * lambda);
}
