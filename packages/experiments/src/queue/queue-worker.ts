import { setTimeout as sleep } from 'node:timers/promises';
import { isRedisUnavailable } from '@vedetta/store';
import { createRedisBackend, withBackend } from 'bullmq';
import { compileCache } from '../machinery/compile-cache.ts';
import type { Computed } from '../machinery/compute-unit.ts';
import { codeOf } from './code.ts';
import { asRefusal, connect, withoutPassword } from './connect.ts';
import { createLookout } from './lookout.ts';
import { connectionName, ownName } from './presence.ts';
import { queueName, stallsAllowed, type UnitJob } from './unit-job.ts';

export interface QueueWorkerOptions {
  readonly url: string;
  readonly version: string;
  /** Units at a time, each in a process of its own. */
  readonly concurrency: number;
  /** Module whose default export `createProcessor` made. */
  readonly processor: URL;
  /** A worker that is silent for so long is taken for dead, and its units go to others. */
  readonly patienceMs?: number;
  /** Ends it once the units in hand are finished. */
  readonly signal: AbortSignal;
  readonly say: (text: string) => void;
  readonly onUnit?: (event: 'begun' | 'finished' | 'failed', job: UnitJob, seconds: number) => void;
}

/** Longer than a server may be away without a unit being computed twice. */
const usualPatienceMs = 20_000;
const lookEveryMs = 1_000;
const farewellMs = 3_000;

/** The sandboxed processor that knows the experiments and figures of this package. */
export const programProcessor = new URL('./program-processor.ts', import.meta.url);

/**
 * Takes units from the queue of its own code and computes them in sandboxed processes. Listens on nothing. Where the server is away at the end a
 * connection may go on asking for it: the caller's process should end.
 *
 * @throws {ServerUrlError | QueueRefusedError}
 */
export async function runQueueWorker(options: QueueWorkerOptions): Promise<void> {
  const { url, concurrency, signal, say, onUnit, patienceMs = usualPatienceMs } = options;
  const code = codeOf(options.version);
  const place = withoutPassword(url);
  const name = connectionName('worker', code, concurrency);
  const clients = await connect(url, { connectionName: name, signal, say }).catch((error) => {
    if (!signal.aborted) throw error;
  });
  if (clients === undefined) return;
  const { promise: refused, reject: refuse } = Promise.withResolvers<never>();
  const worker = new (withBackend(createRedisBackend).Worker)<UnitJob, Computed>(queueName(code), options.processor, {
    connection: clients.openPatient(),
    name: ownName(),
    concurrency,
    lockDuration: patienceMs,
    lockRenewTime: patienceMs / 4,
    stalledInterval: patienceMs / 4,
    maxStalledCount: stallsAllowed,
    runRetryDelay: 1_000,
    workerForkOptions: { execArgv: [], env: { ...process.env, ...compileCache() } },
  });
  worker.on('error', (error) => {
    if (/^(NOPERM|NOAUTH|WRONGPASS)/.test(error.message)) refuse(asRefusal(url, error));
    // A lock that is lost means that another worker has the unit by now: its result counts.
    else if (!isRedisUnavailable(error) && !/lock/i.test(error.message)) say(error.message);
  });
  let underWay = 0;
  worker.on('active', ({ data }) => {
    underWay += 1;
    onUnit?.('begun', data, 0);
  });
  worker.on('completed', ({ data }, { seconds }) => {
    underWay -= 1;
    onUnit?.('finished', data, seconds);
  });
  worker.on('failed', (job) => {
    underWay -= 1;
    if (job !== undefined) onUnit?.('failed', job.data, 0);
  });
  say(`takes units from ${place}, ${concurrency} at a time; its code is ${code.label}`);
  const lookout = createLookout(clients.commands, { role: 'worker', code, place, say });
  const looking = async () => {
    while (!signal.aborted) {
      await lookout.look().catch((error) => {
        if (!isRedisUnavailable(error)) refuse(asRefusal(url, error));
      });
      await sleep(lookEveryMs, undefined, { signal }).catch(() => {});
    }
  };
  try {
    await Promise.race([looking(), refused]);
    await endWorker(worker, () => underWay);
  } finally {
    clients.end();
  }
}

/** Finishes what is under way. With nothing in hand a server that is away is not waited for. */
async function endWorker(worker: { close(): Promise<void> }, underWay: () => number): Promise<void> {
  const closed = worker.close().catch(() => {});
  const patience = async () => {
    do await sleep(farewellMs);
    while (underWay() > 0);
  };
  await Promise.race([closed, patience()]);
}
