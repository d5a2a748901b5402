import { type Run, type Store, StoreConflictError } from '@vedetta/store';
import type { LocalNetworkOptions } from './options.ts';

/** Resumes the folder's unfinished run, or starts a new one. A changed seed is refused: it would be another run. */
export async function takeUpRun(store: Store, options: LocalNetworkOptions): Promise<{ run: Run; resumed: boolean }> {
  const unfinished = await store.nextRun();
  if (unfinished === null) {
    const run = await store.createRun({
      seed: options.seed ?? 1,
      slots: options.slots,
      pace: options.pace,
      falseAlarmProbability: options.falseAlarmProbability ?? options.scenario.network.sensing.falseAlarmProbability,
    });
    return { run, resumed: false };
  }
  if (options.seed !== undefined && options.seed !== unfinished.seed) {
    throw new StoreConflictError(
      `run ${unfinished.id} in ${options.folder} is unfinished and has seed ${unfinished.seed}, not ${options.seed}: ` +
        `resume it without --seed, or name another folder with --data`,
    );
  }
  return { run: unfinished, resumed: true };
}
