import { type ComplexMatrix, identityMatrix } from '@vedetta/numerics';
import type { PropagationConfig } from '@vedetta/scenario';
import { requireAntennaCount } from './errors.ts';
import { exponentialCorrelation } from './exponential-correlation.ts';
import { spatialCorrelation } from './spatial-correlation.ts';
import { degToRad } from './units.ts';

/** What a scenario says about the correlation of scattered waves. */
export type CorrelationConfig = Pick<
  PropagationConfig,
  'spatialCorrelation' | 'angularSpreadDeg' | 'exponentialCorrelation'
>;

/** One end of a link: an array and the nominal direction in its frame, rad. */
export interface ArrayView {
  readonly antennaCount: number;
  /** Wavelengths. */
  readonly spacing: number;
  readonly azimuth: number;
  readonly elevation: number;
}

/**
 * Correlation at one end of a scattered link by the scenario's model: `gaussian` (the configured spread in both
 * angles), `exponential` or `uncorrelated`. Used for UE channels and for both ends of the AP–AP scatter.
 *
 * @returns R, N × N, Hermitian, trace N; a new matrix at each call
 */
export function linkCorrelation(propagation: CorrelationConfig, view: ArrayView): ComplexMatrix {
  switch (propagation.spatialCorrelation) {
    case 'gaussian': {
      const spread = degToRad(propagation.angularSpreadDeg);
      return spatialCorrelation({ ...view, azimuthSpread: spread, elevationSpread: spread });
    }
    case 'exponential': {
      const directionCosine = Math.sin(view.azimuth) * Math.cos(view.elevation);
      return exponentialCorrelation(
        view.antennaCount,
        propagation.exponentialCorrelation,
        directionCosine,
        view.spacing,
      );
    }
    case 'uncorrelated':
      requireAntennaCount(view.antennaCount);
      return identityMatrix(view.antennaCount);
  }
}
