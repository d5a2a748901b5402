import { checkPace } from '@vedetta/scenario';
import { type Run, type RunRequest, type Store, StoreConflictError } from '@vedetta/store';
import type { LocalNetworkOptions } from './options.ts';

/**
 * Resumes the folder's unfinished run, or starts a new one. What was asked for and is not what that run has is refused: it would be
 * another run, and leaving it aside would be a surprise.
 */
export async function takeUpRun(store: Store, options: LocalNetworkOptions): Promise<{ run: Run; resumed: boolean }> {
  checkPace(options.scenario.network.fronthaul, options.pace ?? 1);
  const unfinished = await store.nextRun();
  if (unfinished !== null && !options.startNew) {
    refuseAnother(unfinished, options);
    return { run: unfinished, resumed: true };
  }
  for (let left = unfinished; left !== null; left = await store.nextRun()) {
    await store.setRunStatus(left.id, 'stopped', 'another run was started in its place');
  }
  const run = await store.createRun({
    seed: options.seed ?? 1,
    slots: options.slots ?? null,
    pace: options.pace ?? 1,
    falseAlarmProbability: options.falseAlarmProbability ?? options.scenario.network.sensing.falseAlarmProbability,
  });
  return { run, resumed: false };
}

const asked = [
  ['--seed', 'seed'],
  ['--slots', 'slots'],
  ['--pace', 'pace'],
  ['--false-alarm-probability', 'falseAlarmProbability'],
] as const satisfies readonly (readonly [string, keyof RunRequest])[];

function refuseAnother(unfinished: Run, options: LocalNetworkOptions): void {
  const other = asked.filter(([, key]) => options[key] !== undefined && options[key] !== unfinished[key]);
  if (other.length === 0) return;
  const has = other.map(([flag, key]) => `${flag} ${unfinished[key] ?? 'none'}, not ${options[key]}`).join('; ');
  throw new StoreConflictError(
    `run ${unfinished.id} in ${options.folder} is unfinished and has ${has}: leave that out to resume it, ` +
      'add --new to end it and start another, or name another folder with --data',
  );
}
