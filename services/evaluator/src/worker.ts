import { parentPort } from 'node:worker_threads';
export type EvaluationRequest = any; export type EvaluationReply = any; export type WorkerInput = any;
parentPort?.on('message', () => parentPort?.postMessage([]));
