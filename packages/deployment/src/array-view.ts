import { linkCorrelation } from '@vedetta/channel';
import type { ComplexMatrix } from '@vedetta/numerics';
import type { Network, Point } from '@vedetta/scenario';
import { azimuthElevation } from '@vedetta/signal';
import type { AccessPoint } from './types.ts';

/**
 * Correlation of the waves an AP's array exchanges with `place` through local scattering around the nominal direction.
 *
 * @returns R, N × N, trace N
 */
export function correlationToward(network: Network, accessPoint: AccessPoint, place: Point): ComplexMatrix {
  const { antennaCount, spacingWavelengths } = network.accessPoints;
  const { azimuth, elevation } = azimuthElevation(accessPoint.axis, accessPoint.position, place);
  return linkCorrelation(network.propagation, { antennaCount, spacing: spacingWavelengths, azimuth, elevation });
}
