import type { Computed } from './compute-unit.ts';
import type { Unit } from './units.ts';

/** Somebody who computes units, one at a time. */
export interface UnitWorker {
  /** Rejects with `UnitFailedError`, also when the worker ends. */
  compute(unit: Unit, onProgress: (share: number) => void): Promise<Computed>;
  /** Resolves when nothing is computed any more that this side can stop. @param graceMs  time to close what it holds; 0: at once. */
  end(graceMs: number): Promise<void>;
}

/** Where units are computed: on this machine, or wherever a queue's workers are. */
export interface Crew {
  /** Units handed out at a time. */
  readonly lanes: number;
  /** Processes that compute just now. */
  size(): number;
  start(): UnitWorker;
  close(): Promise<void>;
}
