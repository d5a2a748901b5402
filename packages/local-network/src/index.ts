export {
  type ApProcess,
  type ApProcessEnd,
  type ApProcesses,
  type ApRecord,
  dealAccessPoints,
} from './ap-processes.ts';
export { type LocalNetwork, startLocalNetwork } from './local-network.ts';
export type { LocalNetworkOptions } from './options.ts';
export { type ProcessUsage, usageOf, usageOfAll } from './process-usage.ts';
