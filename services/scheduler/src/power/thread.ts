import { parentPort, workerData } from 'node:worker_threads';
import { deployNetwork } from '@vedetta/deployment';
import { planPower } from '@vedetta/power-plan';
import type { Network } from '@vedetta/scenario';

parentPort?.postMessage(await planPower(deployNetwork(workerData as Network)));
