export { allocatePower } from './allocate-power.ts';
export { PowerError } from './errors.ts';
export { type FractionalPower, type FractionalPowerInput, fractionalPower } from './fractional-power.ts';
