export { type ApProcess, type ApProcessEnd, type ApProcesses, dealAccessPoints } from './ap-processes.ts';
export { type LocalNetwork, startLocalNetwork } from './local-network.ts';
export type { LocalNetworkOptions } from './options.ts';
