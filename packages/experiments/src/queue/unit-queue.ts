import type { Job, Queue } from 'bullmq';
import type { Computed } from '../machinery/compute-unit.ts';
import { UnitFailedError } from '../machinery/errors.ts';
import type { Unit } from '../machinery/units.ts';
import { jobId, jobOptions, stallsAllowed, type UnitJob } from './unit-job.ts';

/** The units that this process wants computed, as jobs of a queue. */
export interface UnitQueue {
  compute(unit: Unit, job: UnitJob, onProgress: (share: number) => void): Promise<Computed>;
  /** Takes a unit out again, unless a worker has it: then its result waits in the queue. */
  giveUp(unit: Unit): Promise<void>;
  /** Looks what has become of the units. @throws what Redis says. */
  collect(): Promise<void>;
  failAll(error: Error): void;
}

export interface UnitQueueOptions {
  /** Compute anew what somebody has left in the queue, finished or not. */
  readonly startNew: boolean;
  /** A unit for people. */
  readonly nameOf: (unit: Unit) => string;
}

interface Asked {
  readonly unit: Unit;
  readonly job: UnitJob;
  readonly onProgress: (share: number) => void;
  readonly resolve: (computed: Computed) => void;
  readonly reject: (error: Error) => void;
}

type Units = Queue<UnitJob, Computed>;

export async function openUnitQueue(queue: Units, { startNew, nameOf }: UnitQueueOptions): Promise<UnitQueue> {
  const asked = new Map<string, Asked>();
  const stale = new Set(await idsOf(queue, startNew ? ['failed', 'completed', 'waiting'] : ['failed']));

  async function put(id: string): Promise<void> {
    if (stale.has(id)) await queue.remove(id);
    stale.delete(id);
    const entry = asked.get(id);
    if (entry !== undefined) await queue.add('unit', entry.job, { ...jobOptions, jobId: id });
  }

  async function settle(id: string, how: (entry: Asked, job: Job<UnitJob, Computed>) => void): Promise<void> {
    const job = await queue.getJob(id);
    const entry = asked.get(id);
    if (job === undefined || entry === undefined || stale.has(id)) return;
    asked.delete(id);
    how(entry, job);
    await queue.remove(id);
  }

  const ours = (ids: readonly string[]) => ids.filter((id) => asked.has(id));
  const succeed = ({ resolve }: Asked, { returnvalue }: Job<UnitJob, Computed>) => resolve(returnvalue);
  const fail = ({ unit, reject }: Asked, { processedBy, failedReason }: Job<UnitJob, Computed>) =>
    reject(new UnitFailedError(`${nameOf(unit)} failed on ${processedBy ?? 'a worker'}: ${reasonOf(failedReason)}`));

  return {
    compute(unit, job, onProgress) {
      const { promise, resolve, reject } = Promise.withResolvers<Computed>();
      const id = jobId(unit);
      asked.set(id, { unit, job, onProgress, resolve, reject });
      // What goes wrong here is done again by `collect`, which finds the unit missing, or still stale.
      void put(id).catch(() => {});
      return promise;
    },
    async giveUp(unit) {
      const id = jobId(unit);
      const entry = asked.get(id);
      if (entry === undefined) return;
      asked.delete(id);
      entry.reject(new UnitFailedError('stopped'));
      await queue.remove(id);
    },
    async collect() {
      const [completed, failed, active, waiting] = await Promise.all([
        idsOf(queue, ['completed']),
        idsOf(queue, ['failed']),
        idsOf(queue, ['active']),
        idsOf(queue, ['waiting', 'delayed']),
      ]);
      for (const id of ours(completed)) await settle(id, succeed);
      for (const id of ours(failed)) await settle(id, fail);
      for (const id of ours(active)) {
        const job = await queue.getJob(id);
        asked.get(id)?.onProgress(typeof job?.progress === 'number' ? job.progress : 0);
      }
      const there = new Set([...completed, ...failed, ...active, ...waiting]);
      const missing = [...asked.keys()].filter((id) => stale.has(id) || !there.has(id));
      await Promise.all(missing.map(put));
    },
    failAll(error) {
      for (const { reject } of asked.values()) reject(error);
      asked.clear();
    },
  };
}

function idsOf(queue: Units, states: Parameters<Units['getRanges']>[0]): Promise<string[]> {
  return queue.getRanges(states, 0, -1);
}

function reasonOf(failedReason: string): string {
  return failedReason.startsWith('job stalled') ? `it lost its worker ${stallsAllowed + 1} times` : failedReason;
}
