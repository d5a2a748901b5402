export { createFusion, type Fusion, type FusionOptions } from './app.ts';
export { fusionSettings } from './config.ts';
export { createFusionEvents, type FusionEvents } from './events.ts';
export { fusionService } from './service.ts';
