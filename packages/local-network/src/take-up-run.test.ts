import { presetScenario } from '@vedetta/scenario';
import { type Run, type RunRequest, type Store, StoreConflictError } from '@vedetta/store';
import { describe, expect, it } from 'vitest';
import type { LocalNetworkOptions } from './index.ts';
import { takeUpRun } from './take-up-run.ts';

const scenario = presetScenario('small');

/** A store that holds this unfinished run, or none. */
function storeWith(unfinished: Partial<Run> | null): Store & { readonly created: RunRequest[] } {
  const created: RunRequest[] = [];
  const store = {
    created,
    nextRun: async () => unfinished,
    createRun: async (request: RunRequest) => {
      created.push(request);
      return { ...request, id: 9, status: 'queued' };
    },
  };
  return store as unknown as Store & { readonly created: RunRequest[] };
}

const asked = (options: Partial<LocalNetworkOptions>) =>
  ({ scenario, folder: '/data/here', slots: 200, pace: 'fast', ...options }) as LocalNetworkOptions;

describe('starting on a folder', () => {
  it('without an unfinished run creates one, with the seed 1 and the P_FA of the scenario unless told otherwise', async () => {
    const fresh = storeWith(null);
    expect(await takeUpRun(fresh, asked({}))).toMatchObject({ resumed: false, run: { id: 9 } });
    await takeUpRun(fresh, asked({ seed: 0, slots: null, pace: 2, falseAlarmProbability: 1e-4 }));
    const { falseAlarmProbability } = scenario.network.sensing;
    expect(fresh.created).toEqual([
      { seed: 1, slots: 200, pace: 'fast', falseAlarmProbability },
      { seed: 0, slots: null, pace: 2, falseAlarmProbability: 1e-4 },
    ]);
  });

  it('with an unfinished run resumes it, whether its seed is named or not', async () => {
    const unfinished = { id: 4, seed: 33, status: 'running' as const };
    for (const seed of [undefined, 33]) {
      const store = storeWith(unfinished);
      expect(await takeUpRun(store, asked({ seed }))).toEqual({ run: unfinished, resumed: true });
      expect(store.created).toEqual([]);
    }
  });

  it('refuses another seed and names run, folder, both seeds and the ways out', async () => {
    const store = storeWith({ id: 4, seed: 33, status: 'queued' });
    for (const seed of [0, 34]) {
      const refused = await takeUpRun(store, asked({ seed })).catch((error) => error);
      expect(refused).toBeInstanceOf(StoreConflictError);
      for (const part of ['run 4', '/data/here', 'seed 33', `not ${seed}`, '--seed', '--data'])
        expect(refused.message).toContain(part);
    }
    expect(store.created).toEqual([]);
  });
});
