import { type ComplexMatrix, gaussianTrapezoid } from '@vedetta/numerics';
import { requireAntennaCount, requireNonNegative } from './errors.ts';
import { toeplitzCorrelation } from './toeplitz.ts';

/** A uniform linear array and the angles under which it sees a scattered wave. */
export interface LocalScattering {
  /** N. */
  readonly antennaCount: number;
  /** d, wavelengths. */
  readonly spacing: number;
  /** Nominal azimuth φ₀ in the frame of the array (local y along it), rad. */
  readonly azimuth: number;
  /** Nominal elevation θ₀, rad. */
  readonly elevation: number;
  /** Standard deviation of the azimuth, rad; 0 for none. */
  readonly azimuthSpread: number;
  /** Standard deviation of the elevation, rad; 0 for none. */
  readonly elevationSpread: number;
}

/**
 * Spatial correlation of Gaussian local scattering around a nominal direction, for a uniform linear array.
 *
 *   R = E[a aᴴ],  a[n] = exp(j 2π d n sin φ cos θ),  φ ~ N(φ₀, σ_φ²),  θ ~ N(θ₀, σ_θ²) independent
 *
 * R is Toeplitz, so N moments E[exp(j 2π d k sin φ cos θ)] say everything. They are integrated by the trapezoid rule on
 * ±8.5σ with `spreadNodes` nodes per angle: 1e-12 up to N = 64, at any spread. Without spread R = a aᴴ.
 *
 * @returns R, N × N, exactly Hermitian, ones on the diagonal (trace N); the gain is applied outside
 * @throws {PropagationError} for an antenna count below 1, a negative spread or spacing
 * @remarks O(nodes_φ · nodes_θ · N) time, two vectors of N and the result in memory
 */
export function spatialCorrelation(scattering: LocalScattering): ComplexMatrix {
  const { antennaCount, spacing, azimuth, elevation, azimuthSpread, elevationSpread } = scattering;
  requireAntennaCount(antennaCount);
  requireNonNegative('spacing', spacing);
  const phase = 2 * Math.PI * spacing;
  const azimuths = angleQuadrature(azimuthSpread, 'azimuthSpread', phase * (antennaCount - 1));
  const elevations = angleQuadrature(elevationSpread, 'elevationSpread', phase * (antennaCount - 1));
  const cosines = elevations.offsets.map((offset) => Math.cos(elevation + offset));

  const momentsRe = new Float64Array(antennaCount);
  const momentsIm = new Float64Array(antennaCount);
  for (let i = 0; i < azimuths.offsets.length; i++) {
    const phaseOfAzimuth = phase * Math.sin(azimuth + azimuths.offsets[i]);
    for (let j = 0; j < cosines.length; j++) {
      const weight = azimuths.weights[i] * elevations.weights[j];
      const angle = phaseOfAzimuth * cosines[j];
      const stepRe = Math.cos(angle);
      const stepIm = Math.sin(angle);
      let re = weight;
      let im = 0;
      for (let k = 1; k < antennaCount; k++) {
        const next = re * stepRe - im * stepIm;
        im = re * stepIm + im * stepRe;
        re = next;
        momentsRe[k] += re;
        momentsIm[k] += im;
      }
    }
  }
  momentsRe[0] = 1;
  return toeplitzCorrelation(momentsRe, momentsIm);
}

interface Quadrature {
  readonly offsets: Float64Array;
  readonly weights: Float64Array;
}

/** @param phaseSlope  largest phase change per radian, 2πd(N−1) */
function angleQuadrature(spread: number, name: string, phaseSlope: number): Quadrature {
  requireNonNegative(name, spread);
  if (spread === 0) return { offsets: Float64Array.of(0), weights: Float64Array.of(1) };
  return gaussianTrapezoid(spread, spreadNodes(spread, phaseSlope));
}

/**
 * Nodes of the trapezoid rule for one angle: 40 + ⌈3.5 zσ⌉, more where the spread is wide. Steps of h repeat the spectrum of the integrand
 * every 2π/h: the Bessel functions J_n(z), nothing beyond n = z + 14 + 11 ∛z, widened by 8.3/σ of the density.
 *
 * @param spread  σ, rad. @param phaseSlope  z, largest phase change per radian, 2πd(N−1)
 */
export function spreadNodes(spread: number, phaseSlope: number): number {
  const tail = Math.hypot(spread * (14 + 11 * Math.cbrt(phaseSlope)), 8.3);
  return Math.max(
    40 + Math.ceil(3.5 * phaseSlope * spread),
    Math.ceil((17 / (2 * Math.PI)) * (phaseSlope * spread + tail)),
  );
}
