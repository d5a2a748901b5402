export { createFusion, type Fusion, type FusionOptions } from './app.ts';
export { createFusionEvents, type FusionEvents } from './events.ts';
