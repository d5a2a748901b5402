import { parentPort, workerData } from 'node:worker_threads';
import { deployNetwork } from '@vedetta/deployment';
import { type PowerPlanOutcome, planPower } from '@vedetta/power-plan';
import type { Network } from '@vedetta/scenario';

/** So many problems are solved; or all are, or it cannot be done. */
export type ThreadMessage = { readonly solved: number } | PowerPlanOutcome;

const say = (message: ThreadMessage) => parentPort?.postMessage(message);

say(await planPower(deployNetwork(workerData as Network), (solved) => say({ solved })));
