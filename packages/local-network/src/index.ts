export { type ApProcess, type ApProcessEnd, type ApProcesses, dealAccessPoints } from './ap-processes.ts';
export { type LocalNetwork, type LocalNetworkOptions, startLocalNetwork } from './local-network.ts';
