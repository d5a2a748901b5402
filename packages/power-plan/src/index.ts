export { downlinkProblem, overBeams, type UserBeams, userBeams } from './downlink-problem.ts';
export { type NetworkProblem, networkProblem } from './network-problem.ts';
export { type PowerPlanOutcome, planPower } from './plan-power.ts';
