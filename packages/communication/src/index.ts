export { type BeamStatistics, beamStatistics } from './beam-statistics.ts';
export { closedFormSinr } from './closed-form-sinr.ts';
export { type BlockSplit, dataRate, spectralEfficiency } from './data-rate.ts';
export { CommunicationError } from './errors.ts';
export { hermitianTrace } from './hermitian-trace.ts';
export { monteCarloSinr } from './monte-carlo-sinr.ts';
export { scanBeamCovariance, trackBeamCovariance } from './sensing-beam-covariance.ts';
export { allocatedSituation, detectionSituation, trackingSituation } from './slot-situation.ts';
export type {
  ChannelStatistics,
  Estimate,
  EstimatedSinrTerms,
  SensingInterference,
  SinrSituation,
  SinrTerms,
} from './types.ts';
