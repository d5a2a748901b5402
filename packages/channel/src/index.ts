export { type ArrivalNodes, type ArrivalSplit, arrivalNodes, interpolated } from './arrival-nodes.ts';
export { PropagationError } from './errors.ts';
export { exponentialCorrelation } from './exponential-correlation.ts';
export {
  apTargetGain,
  apUserGain,
  clutterPower,
  echoGain,
  echoScale,
  shadowFadingDeviationDb,
} from './gains.ts';
export { distance } from './geometry.ts';
export { losProbability, ricianFactor } from './line-of-sight.ts';
export { type ArrayView, type CorrelationConfig, linkCorrelation } from './link-correlation.ts';
export { type NoiseConfig, noisePower } from './noise.ts';
export { breakpointDistance, distanceFloor, losPathLossDb, nlosPathLossDb } from './path-loss.ts';
export { rcsCovariance } from './rcs-covariance.ts';
export { type LocalScattering, spatialCorrelation, spreadNodes } from './spatial-correlation.ts';
export { dbmToWatts, dbToLinear, degToRad, linearToDb, speedOfLight, wavelength } from './units.ts';
