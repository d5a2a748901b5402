export { BoundedMemo, linkMemoMebibytes, matrixMemoCapacity } from './bounded-memo.ts';
export { cellAt, cellExtent } from './cells.ts';
export { deployNetwork } from './deploy-network.ts';
export { deployTracking } from './deploy-tracking.ts';
export { DeploymentError, type DeploymentErrorCode } from './errors.ts';
export { checkPace, effectiveLinks } from './links.ts';
export { planSlot, slotTimeMs, sweepSlots } from './plan-slot.ts';
export { planTracking } from './plan-tracking.ts';
export type {
  AccessPoint,
  AccessPointPower,
  ClutterLink,
  Deployment,
  Inspection,
  OnAirSlot,
  SensingRegion,
  SlotPlan,
  TargetEstimate,
  TrackedTarget,
  TrackingDeployment,
  UserEquipment,
} from './types.ts';
