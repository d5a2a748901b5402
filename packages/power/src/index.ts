export { allocatePower, powerInSlot } from './allocate-power.ts';
export { PowerError } from './errors.ts';
export { type FractionalPower, type FractionalPowerInput, fractionalPower } from './fractional-power.ts';
export { type ConicSolver, loadConicSolver } from './max-min/conic-solver.ts';
export { maxMinPower } from './max-min/max-min-power.ts';
export {
  type ContaminationRow,
  type EchoGains,
  type MaxMinBeam,
  type MaxMinPowers,
  type MaxMinProblem,
  type MaxMinSensing,
  type MaxMinTarget,
  type MaxMinUser,
  type Sensed,
  withFloor,
} from './max-min/problem.ts';
export { sinrOf, sirOf } from './max-min/ratios.ts';
export { type SensingPriorityOutcome, sensingPriorityPower } from './max-min/sensing-priority.ts';
export type { SearchSettings, SearchTally } from './max-min/settings.ts';
export type { MaxMinInfeasible, MaxMinOutcome, MaxMinReport, MaxMinSolution } from './max-min/solution.ts';
export { sumOfEchoes } from './max-min/sum-of-echoes.ts';
