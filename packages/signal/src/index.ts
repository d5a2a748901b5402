export {
  angleErrorDeviation,
  drawAngleError,
  estimatedDirection,
  estimatedDirectionCosine,
} from './angle-error.ts';
export {
  blockFloatingPointBytes,
  blockFloatingPointRounding,
  decodeBlockFloatingPoint,
  encodeBlockFloatingPoint,
  leastMantissaBits,
  mostMantissaBits,
} from './block-floating-point.ts';
export { communicationBeam, estimateChannel, type MmseEstimator, mmseEstimator } from './channel-estimation.ts';
export { azimuthElevation, type Direction, directionCosine } from './direction.ts';
export { SignalError } from './errors.ts';
export { type PilotSituation, type PilotUser, pilotObservationCovariance } from './pilot-covariance.ts';
export { addPilot, pilotSequence } from './pilots.ts';
export { sensingBeam, steeringVector } from './steering.ts';
export {
  generateSymbols,
  type Modulation,
  qpskFromUniforms,
  type StreamRole,
  unitModulusFromUniforms,
} from './symbols.ts';
export { assembleTransmitBlock, type Stream } from './transmit-block.ts';
export type * from './types.ts';
