export { buildGlrtCase, buildInterferers, clutterCovariance } from './build-glrt-case.ts';
export { type FalseAlarmClaim, falseAlarmClaim, neededReferences } from './clutter-sets.ts';
export { computeStatistic, type DesignedReceiver, designReceiver } from './compute-statistic.ts';
export { echoMatrix, selectEchoSet } from './echo-model.ts';
export { DetectionError, SingularCovarianceError } from './errors.ts';
export { expandCovariance } from './expand-covariance.ts';
export { fuse, isValidLocalStatistic } from './fuse.ts';
export {
  alarmMeans,
  alarmProbability,
  detectionProbability,
  fixedEchoDetectionProbability,
  fusedAlarmProbability,
  outputCovariance,
  type RandomEcho,
} from './general-law.ts';
export { computeJointStatistic, designJointReceiver, type JointReceiver } from './joint-statistic.ts';
export { fusedTail, type LocalLaw } from './local-law.ts';
export type { Calibration } from './long-term/calibration.ts';
export { type OutputPowers, outputPowers, powerRatio } from './output-powers.ts';
export { createReceiverBank } from './receiver-bank.ts';
export type { LocalOutput, PointEcho, ReceiverBank } from './receiver-bank-types.ts';
export { needsSituation } from './receiver-look.ts';
export { computeScnr, type ScnrPart } from './scnr.ts';
export { computeSicnr, type SicnrPart } from './sicnr.ts';
export { isValidSufficient, statisticOfSufficient } from './sufficient-statistic.ts';
export { detectionThreshold, exactThreshold, pValue } from './thresholds.ts';
export { buildTrackingCase } from './tracking-case.ts';
export {
  computeTrackingStatistics,
  designTrackingReceivers,
  type TrackedEcho,
  type TrackingCase,
  type TrackingDetector,
  type TrackingReceiver,
} from './tracking-receivers.ts';
export type * from './types.ts';
