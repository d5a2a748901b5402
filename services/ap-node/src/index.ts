export { type ApNode, createApNode } from './app.ts';
export { type ApNodeConfig, ConfigError, parseRanges, readConfig } from './config.ts';
