import { setTimeout as sleep } from 'node:timers/promises';
import { isRedisUnavailable } from '@vedetta/store';
import { createRedisBackend, withBackend } from 'bullmq';
import type { Computed } from '../machinery/compute-unit.ts';
import type { Crew, UnitWorker } from '../machinery/crew.ts';
import type { WorkerInput } from '../machinery/messages.ts';
import type { Unit } from '../machinery/units.ts';
import { codeOf } from './code.ts';
import { asRefusal, connect, withoutPassword } from './connect.ts';
import { createLookout } from './lookout.ts';
import { connectionName } from './presence.ts';
import { eventsKept, queueName, type UnitJob } from './unit-job.ts';
import { openUnitQueue } from './unit-queue.ts';

export interface QueueCrewOptions {
  readonly url: string;
  readonly input: Omit<WorkerInput, 'registry'>;
  /** A unit for people. */
  readonly nameOf: (unit: Unit) => string;
  /** Compute anew what somebody has left in the queue. */
  readonly startNew: boolean;
  readonly say: (text: string) => void;
  /** Now and then: the number of workers may have changed. */
  readonly onLook: () => void;
}

/** Units in the queue at a time: enough for as many processes, and few enough to be taken out again at Ctrl-C. */
const lanes = 256;
const connectWithinMs = 5_000;
const collectEveryMs = 500;

/**
 * Workers on any machine, over BullMQ on Redis. The journal is the truth, the queue only delivers: what is wanted and not in the queue,
 * because the server forgot it or somebody took it out, is put there again.
 *
 * @throws {ServerUrlError | QueueUnavailableError | QueueRefusedError}
 */
export async function openQueueCrew(options: QueueCrewOptions): Promise<Crew> {
  const { url, input, say } = options;
  const code = codeOf(input.version);
  const name = connectionName('coordinator', code);
  const clients = await connect(url, { connectionName: name, waitMs: connectWithinMs, say });
  const queue = new (withBackend(createRedisBackend).Queue)<UnitJob, Computed>(queueName(code), {
    connection: clients.commands,
    streams: { events: { maxLen: eventsKept } },
  });
  // Outages are told by the connections themselves; everything else by the call that fails.
  queue.on('error', () => {});
  const lookout = createLookout(clients.commands, { role: 'coordinator', code, place: withoutPassword(url), say });
  const units = await lookout
    .look()
    .then(() => openUnitQueue(queue, options))
    .catch((error) => {
      clients.end();
      throw asRefusal(url, error);
    });
  const closing = new AbortController();
  /** Of units that are taken out of the queue again: whether Redis answered. */
  const removals: Promise<boolean>[] = [];

  async function look(): Promise<void> {
    try {
      await lookout.look();
      await units.collect();
      options.onLook();
    } catch (error) {
      if (!isRedisUnavailable(error)) units.failAll(asRefusal(url, error));
    }
  }
  const looking = (async () => {
    while (!closing.signal.aborted) {
      await look();
      await sleep(collectEveryMs, undefined, { signal: closing.signal }).catch(() => {});
    }
  })();

  return {
    lanes,
    size: lookout.workers,
    start(): UnitWorker {
      let current: Unit | null = null;
      return {
        compute(unit, onProgress) {
          current = unit;
          return units.compute(unit, { ...input, point: unit.point, unit: unit.unit }, onProgress);
        },
        async end() {
          if (current === null) return;
          const removal = units.giveUp(current).then(
            () => true,
            () => false,
          );
          current = null;
          removals.push(removal);
          await removal;
        },
      };
    },
    async close() {
      closing.abort();
      await looking;
      const left = (await Promise.all(removals)).filter((done) => !done).length;
      if (left > 0) say(`the queue does not answer: ${left} units stay there; the same command takes their results`);
      clients.end();
    },
  };
}
