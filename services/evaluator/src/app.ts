import { Worker } from 'node:worker_threads';
import type { PowerPlan } from '@vedetta/deployment';
import type { Scenario } from '@vedetta/scenario';
import type { InspectionEvaluation, Run, Store } from '@vedetta/store';
import type { EvaluatorEvents } from './events.ts';
import type { EvaluationReply, EvaluationRequest, WorkerInput } from './worker.ts';

/** Every slot, every n-th slot, or none. */
export type EvaluationRate = 'all' | 'off' | number;

export interface EvaluatorOptions {
  readonly store: Store;
  readonly scenario: Scenario;
  readonly rate: EvaluationRate;
  readonly events: EvaluatorEvents;
}

export interface Evaluator {
  /** Slots of the run it has looked at so far. */
  progress(): { readonly run: number | null; readonly slot: number };
  /** Resolves when every decided slot of the run has been looked at. */
  caughtUp(run: number): Promise<void>;
  close(): Promise<void>;
}

const batchSlots = 8;

/**
 * Lays truth and decisions side by side: for every decided inspection the exact probability of the alarm, given the on-air set,
 * the reports used and where the targets truly stood. Arithmetic runs in a worker thread, so the services beside it stay quick.
 */
export async function createEvaluator(options: EvaluatorOptions): Promise<Evaluator> {
  const { store, rate, events } = options;
  if (rate === 'off')
    return { progress: () => ({ run: null, slot: 0 }), caughtUp: async () => {}, close: async () => {} };
  const every = rate === 'all' ? 1 : rate;
  let closing = false;
  let position: { run: Run; slot: number; calculator: Calculator | null } | null = null;
  let wake: () => void = () => {};
  const unsubscribe = await store.onCommit(() => wake());
  const listeners = new Set<() => void>();

  async function step(): Promise<boolean> {
    const run = await currentRun();
    if (run === null || position === null) return false;
    // Asked before the slots: what an ended run has not decided by now, it never will.
    const { status, firstKeptSlot } = (await store.run(run.id)) ?? run;
    const stored = await store.slots(run.id, position.slot, batchSlots);
    const slots = hasEnded(status) ? stored : leading(stored, position.slot);
    if (slots.length === 0) {
      if (firstKeptSlot > position.slot) return moveTo(firstKeptSlot);
      return hasEnded(status) && position.slot < (await endOf(run)) && moveTo(position.slot + batchSlots);
    }
    const due = slots.filter(({ record }) => record.slot % every === 0);
    const fresh = due.filter(({ decisions }) => decisions.some(({ evaluation }) => evaluation === null));
    // Powers that were solved for are there by now: without them nothing would have been decided.
    position.calculator ??= new Calculator(options.scenario, run, await store.powerPlan());
    const evaluations = await position.calculator.evaluate(fresh);
    if (evaluations.length > 0) {
      await store.recordEvaluations(run.id, evaluations);
      events.evaluated(run.id, slots[0].record.slot, slots.length, evaluations.length);
    }
    return moveTo(slots[slots.length - 1].record.slot + 1);
  }

  function moveTo(slot: number): true {
    if (position !== null) position.slot = slot;
    for (const listener of listeners) listener();
    return true;
  }

  /** One behind the last slot that an ended run planned. */
  async function endOf(run: Run): Promise<number> {
    const planned = ((await store.lastPlannedFrame(run.id)) + 1) * options.scenario.network.timing.frameSlots;
    return Math.min(planned, run.slots ?? planned);
  }

  /** Stays with a run until it has looked at all of it, then takes the next, also one that has ended meanwhile. */
  async function currentRun(): Promise<Run | null> {
    const active = await store.nextRun();
    if (position === null) {
      // One that ended before this evaluator came is laid beside the truth as well.
      const first = active ?? (await store.runs({ limit: 1 })).items[0];
      return first ? take(first) : null;
    }
    if (active?.id === position.run.id) return position.run;
    if (position.slot < (await endOf(position.run))) return position.run;
    const next = await runAfter(position.run.id, active);
    return next === null ? position.run : take(next);
  }

  async function take(run: Run): Promise<Run> {
    await position?.calculator?.close();
    const slot = Math.max(run.firstKeptSlot, (await store.lastEvaluatedSlot(run.id)) + 1);
    position = { run, slot, calculator: null };
    return run;
  }

  /** Runs are carried out one by one in the order of their ids: the next one is active, or has decisions to look at. */
  async function runAfter(id: number, active: Run | null): Promise<Run | null> {
    const last = active?.id ?? (await store.runs({ limit: 1 })).items[0]?.id ?? id;
    for (let next = id + 1; next <= last; next++) {
      const run = next === active?.id ? active : await store.run(next);
      if (run !== null && (run === active || run.decidedSlots > 0)) return run;
    }
    return null;
  }

  const loop = (async () => {
    while (!closing) {
      const moved = await step().catch((error) => {
        if (!closing) events.failed(error);
        return false;
      });
      if (!moved && !closing) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  })();

  return {
    progress: () => ({ run: position?.run.id ?? null, slot: position?.slot ?? 0 }),
    async caughtUp(run) {
      for (;;) {
        const asked = await store.run(run);
        if (closing || asked === null || asked.decidedSlots === 0) return;
        const goal = hasEnded(asked.status) ? await endOf(asked) : asked.decidedSlots;
        if (closing || (position !== null && position.run.id > run)) return;
        if (position?.run.id === run && position.slot >= goal) return;
        await new Promise<void>((resolve) => {
          const listener = () => {
            listeners.delete(listener);
            resolve();
          };
          listeners.add(listener);
        });
      }
    },
    async close() {
      closing = true;
      wake();
      for (const listener of listeners) listener();
      await position?.calculator?.close();
      await loop;
      // It may have turned to another run in the last moment.
      await position?.calculator?.close();
      await unsubscribe();
    },
  };
}

const hasEnded = (status: Run['status']): boolean => status !== 'running' && status !== 'queued';

/** Slots that follow each other from `first` on: frames may be decided out of order, and a gap is waited for. */
function leading(slots: EvaluationRequest, first: number): EvaluationRequest {
  const gap = slots.findIndex(({ record }, i) => record.slot !== first + i);
  return gap < 0 ? slots : slots.slice(0, gap);
}

/** One worker thread bound to one run. */
class Calculator {
  readonly #worker: Worker;
  #ended = false;

  constructor(scenario: Scenario, run: Run, powerPlan: PowerPlan | null) {
    const input: WorkerInput = { scenario, seed: run.seed, powerPlan };
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: input });
    this.#worker.on('error', () => {});
    this.#worker.once('exit', () => {
      this.#ended = true;
    });
  }

  evaluate(slots: EvaluationRequest): Promise<readonly InspectionEvaluation[]> {
    if (slots.length === 0) return Promise.resolve([]);
    return new Promise((resolve, reject) => {
      if (this.#ended) return reject(new Error('the evaluation thread ended'));
      const settle = () => {
        this.#worker.off('message', onMessage);
        this.#worker.off('error', onError);
        this.#worker.off('exit', onExit);
      };
      const onMessage = (reply: EvaluationReply) => {
        settle();
        resolve(reply);
      };
      const onError = (error: unknown) => {
        settle();
        reject(error);
      };
      const onExit = () => onError(new Error('the evaluation thread ended'));
      this.#worker.on('message', onMessage);
      this.#worker.on('error', onError);
      this.#worker.on('exit', onExit);
      this.#worker.postMessage(slots);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
