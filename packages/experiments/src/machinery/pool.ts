import type { Computed } from './compute-unit.ts';
import type { Crew, UnitWorker } from './crew.ts';
import type { Unit } from './units.ts';

export interface PoolOptions {
  /** Handed out in this order. */
  readonly units: readonly Unit[];
  readonly crew: Crew;
  /** A worker for each unit, so that its memory and times are its own. */
  readonly fresh: boolean;
  /** Time a worker that is stopped has to close what it holds. */
  readonly graceMs: number;
  readonly signal: AbortSignal;
  readonly onProgress: (unit: Unit, share: number) => void;
  readonly onFinished: (unit: Unit, computed: Computed) => Promise<void>;
}

/** Has units computed by a crew. Resolves when all are finished or `signal` aborted; rejects with the first failure. */
export async function runPool(options: PoolOptions): Promise<void> {
  const { units, crew, fresh, signal, graceMs } = options;
  const failed = new AbortController();
  const over = AbortSignal.any([signal, failed.signal]);
  let next = 0;

  async function lane(): Promise<void> {
    let worker: UnitWorker | null = null;
    const stop = () => void worker?.end(graceMs);
    over.addEventListener('abort', stop);
    try {
      while (!over.aborted && next < units.length) {
        const unit = units[next++];
        worker ??= crew.start();
        const computed = await worker.compute(unit, (share) => options.onProgress(unit, share));
        await options.onFinished(unit, computed);
        if (fresh) {
          await worker.end(0);
          worker = null;
        }
      }
    } catch (error) {
      if (!over.aborted) {
        failed.abort();
        throw error;
      }
    } finally {
      over.removeEventListener('abort', stop);
      await worker?.end(over.aborted ? graceMs : 0);
    }
  }

  const lanes = Array.from({ length: Math.min(crew.lanes, units.length) }, lane);
  const outcomes = await Promise.allSettled(lanes);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
