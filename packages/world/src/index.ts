export { type Air, createAir, sumParts } from './create-air.ts';
export { echoingTargets } from './echoing-targets.ts';
export { AirError, type AirErrorCode } from './errors.ts';
export type { ReceivedParts, ReceivedTarget } from './receive-side.ts';
export { type Target, targetsAt } from './targets-at.ts';
