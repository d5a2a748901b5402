import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PaceNeededError, parseNetwork, presetScenario } from '@vedetta/scenario';
import { type Embedded, openEmbedded, StoreConflictError } from '@vedetta/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalNetworkOptions } from './index.ts';
import { takeUpRun } from './take-up-run.ts';

const scenario = presetScenario('small');
let folder: string;
let embedded: Embedded;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vedetta-take-up-'));
  embedded = await openEmbedded(folder, { version: 'test' });
  const { name, network, world, hash } = scenario;
  await embedded.store.adoptScenario({ name, network, world, hash, version: 'test' });
});

afterAll(async () => {
  await embedded.close();
  await rm(folder, { recursive: true, force: true });
});

const take = (options: Partial<LocalNetworkOptions>) =>
  takeUpRun(embedded.store, { scenario, folder, startNew: false, ...options } as LocalNetworkOptions);

/** Ends whatever is unfinished, so that a test starts with an empty hand. */
async function clear(): Promise<void> {
  for (let run = await embedded.store.nextRun(); run !== null; run = await embedded.store.nextRun()) {
    await embedded.store.setRunStatus(run.id, 'stopped');
  }
}

describe('starting on a folder', () => {
  it('without an unfinished run creates one: seed 1, pace 1, until stopped and the P_FA of the scenario unless told otherwise', async () => {
    await clear();
    const { falseAlarmProbability } = scenario.network.sensing;
    expect(await take({})).toMatchObject({
      resumed: false,
      run: { seed: 1, slots: null, pace: 1, falseAlarmProbability, status: 'queued' },
    });
    await clear();
    const request = { seed: 0, slots: 20, pace: 'fast', falseAlarmProbability: 1e-4 } as const;
    expect(await take(request)).toMatchObject({ resumed: false, run: request });
  });

  it('with an unfinished run resumes it, whether its seed and slots are named or not', async () => {
    await clear();
    const { run } = await take({ seed: 33, slots: 50 });
    for (const named of [{}, { seed: 33 }, { slots: 50, pace: 1 }])
      expect(await take(named)).toEqual({ run, resumed: true });
  });

  it.for([
    [{ seed: 34 }, '--seed 33, not 34'],
    [{ slots: 200 }, '--slots 50, not 200'],
    [{ pace: 'fast' }, '--pace 1, not fast'],
    [{ falseAlarmProbability: 0.2 }, '--false-alarm-probability'],
  ] as const)('refuses %j on another unfinished run, and names run, folder and the ways out', async ([other, said]) => {
    await clear();
    const { run } = await take({ seed: 33, slots: 50 });
    const refused = await take(other).catch((error) => error);
    expect(refused).toBeInstanceOf(StoreConflictError);
    for (const part of [`run ${run.id}`, folder, said, '--new', '--data']) expect(refused.message).toContain(part);
    expect(await embedded.store.nextRun()).toEqual(run);
  });

  it('ends the unfinished run and starts another when told so', async () => {
    await clear();
    const { run } = await take({ seed: 33 });
    const started = await take({ seed: 34, startNew: true });
    expect(started).toMatchObject({ resumed: false, run: { seed: 34 } });
    expect(await embedded.store.run(run.id)).toMatchObject({ status: 'stopped' });
    expect((await embedded.store.nextRun())?.id).toBe(started.run.id);
  });

  it('at pace fast is refused when links are shaped: there is no clock to shape them by', async () => {
    await clear();
    const shaped = parseNetwork({ ...scenario.network, fronthaul: { link: { up: { rateMbps: 10 } } } });
    const options = { scenario: { ...scenario, network: shaped } };
    await expect(take({ ...options, pace: 'fast' })).rejects.toThrow(PaceNeededError);
    expect(await embedded.store.nextRun()).toBe(null);
    expect((await take({ ...options, pace: 4 })).run.pace).toBe(4);
  });
});
