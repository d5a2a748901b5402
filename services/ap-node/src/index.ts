export { type ApNode, createApNode } from './app.ts';
export { type ApNodeConfig, apNodeSettings } from './config.ts';
export { type ApNodeEvents, createApNodeEvents } from './events.ts';
export { apNodeService } from './service.ts';
