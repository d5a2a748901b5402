export { BoundedMemo, linkMemoMebibytes, matrixMemoCapacity } from './bounded-memo.ts';
export { cellAt, cellExtent } from './cells.ts';
export { deployNetwork } from './deploy-network.ts';
export { deployTracking } from './deploy-tracking.ts';
export { DeploymentError, type DeploymentErrorCode } from './errors.ts';
export { estimatesAt, follows, withAngleErrors } from './estimates.ts';
export { checkPace, effectiveLinks } from './links.ts';
export { sweepSlots } from './plan-scan.ts';
export { planSlot } from './plan-slot.ts';
export { planTracking } from './plan-tracking.ts';
export { needsPowerPlan, plannedAllocation, slotKinds, withPowerPlan } from './power-plan.ts';
export { slotTimeMs } from './slot-time.ts';
export type {
  AccessPoint,
  AccessPointPower,
  ClutterLink,
  Deployment,
  Inspection,
  OnAirSlot,
  PlannedAllocation,
  PlannedPower,
  PowerPlan,
  SensingRegion,
  SlotPlan,
  SolvedAllocation,
  TargetEstimate,
  TrackedTarget,
  TrackingDeployment,
  UserEquipment,
} from './types.ts';
