import type { Deployment } from '@vedetta/deployment';
import type { ComplexMatrix } from '@vedetta/numerics';
import type { Point } from '@vedetta/scenario';
import type { TransmitBlock } from '@vedetta/signal';

/**
 * Adds the echo of one target at one receive AP,
 *
 *   echo[t] += a_m(p) Σ_{m'} √β_{m,m'} α_{m'} · a_{m'}ᴴ(p) s_{m'}[t],   the sum over the blocks in their order      (5), (25)
 *
 * @param rcs  α, one row per transmit AP of the deployment
 * @param scalar  memory, τ × 1, overwritten
 * @param echo  N τ × 1, time-major, changed
 */
export function addEcho(
  deployment: Deployment,
  position: Point,
  rcs: ComplexMatrix,
  blocks: readonly TransmitBlock[],
  receiver: number,
  scalar: ComplexMatrix,
  echo: ComplexMatrix,
): void {
  scalar.re.fill(0);
  scalar.im.fill(0);
  for (const { accessPoint, samples } of blocks) {
    const row = deployment.transmitAccessPoints.indexOf(accessPoint);
    const amplitude = Math.sqrt(deployment.echoGain(position, accessPoint, receiver)); // √β (5)
    const reflectivityRe = amplitude * rcs.re[row];
    const reflectivityIm = amplitude * rcs.im[row];
    addProjection(samples, deployment.steering(accessPoint, position), reflectivityRe, reflectivityIm, scalar);
  }
  const receive = deployment.steering(receiver, position);
  const count = receive.rows;
  for (let t = 0; t < scalar.rows; t++) {
    for (let n = 0; n < count; n++) {
      echo.re[t * count + n] += scalar.re[t] * receive.re[n] - scalar.im[t] * receive.im[n]; // (25)
      echo.im[t * count + n] += scalar.re[t] * receive.im[n] + scalar.im[t] * receive.re[n];
    }
  }
}

/** scalar[t] += α aᴴ s[t]. */
function addProjection(
  samples: ComplexMatrix,
  steering: ComplexMatrix,
  alphaRe: number,
  alphaIm: number,
  scalar: ComplexMatrix,
): void {
  const count = samples.columns;
  for (let t = 0; t < samples.rows; t++) {
    let re = 0;
    let im = 0;
    for (let n = 0; n < count; n++) {
      const sRe = samples.re[t * count + n];
      const sIm = samples.im[t * count + n];
      re += steering.re[n] * sRe + steering.im[n] * sIm;
      im += steering.re[n] * sIm - steering.im[n] * sRe;
    }
    scalar.re[t] += alphaRe * re - alphaIm * im;
    scalar.im[t] += alphaRe * im + alphaIm * re;
  }
}
