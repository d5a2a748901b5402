import { execFile } from 'node:child_process';
import { presetScenario } from '@vedetta/scenario';
import { openStore, type ScenarioRecord } from '@vedetta/store';
import { createDatabase, findPostgres } from '@vedetta/store/test-servers';
import { expect, test } from 'vitest';

/** `vedetta replay --store …`. What a replay finds is tested on folders: this is about where the decisions come from. */

const source = await findPostgres();
const entry = new URL('../bin/vedetta.js', import.meta.url).pathname;

const replay = (...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [entry, 'replay', ...args], (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });

if (source.origin === null) {
  const inCi = process.env.CI === 'true';
  if (!inCi) console.warn(`SKIPPED for want of a server: replay of a store (${source.description})`);
  test.skipIf(!inCi)(`replay: a server to run on (${source.description})`, () => expect.fail(source.description));
}

test.skipIf(source.origin === null)(
  'takes the scenario from the store, or the one that is brought if it is the same',
  async () => {
    if (source.origin === null) return;
    await using open = new AsyncDisposableStack();
    const server = open.adopt(await source.open(), (opened) => opened.close());
    const database = await createDatabase(server.url);
    open.defer(() => database.drop());
    const at = ['--store', database.url];
    expect(await replay(...at)).toMatchObject({ code: 2, stderr: 'vedetta: there is no network in this store yet\n' });

    const { name, hash, network, world } = presetScenario('small');
    const store = open.adopt(await openStore(database.url, { version: 'test' }), (opened) => opened.close());
    const adopt = (record: Pick<ScenarioRecord, 'world'>) =>
      store.adoptScenario({ name, hash, network, version: 'test', ...record });
    await adopt({ world: null });
    await store.createRun({ seed: 1, slots: 8, pace: 'fast', falseAlarmProbability: 0.01 });
    const nothing = 'run 1: 0 decisions of 0 slots, 0 local statistics computed again, 0 different\n';
    expect(await replay(...at)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('--preset') });
    expect(await replay(...at, '--preset', 'baseline')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/holds small .* which baseline .* is not/),
    });
    expect(await replay(...at, '--preset', 'small')).toEqual({ code: 0, stdout: nothing, stderr: '' });
    await adopt({ world });
    expect(await replay(...at)).toEqual({ code: 0, stdout: nothing, stderr: '' });
    expect(await replay(...at, '--run', '2')).toMatchObject({
      code: 2,
      stderr: 'vedetta: there is no run 2 in this store\n',
    });
  },
);

test.each([
  [2, [], /either --data <folder> or --store <url>/],
  [2, ['--data', '.', '--store', 'postgres://127.0.0.1/vedetta'], /either --data <folder> or --store <url>/],
  [2, ['--data', '.', '--preset', 'small'], /leave --preset out/],
  [2, ['--store', 'redis://127.0.0.1'], /postgres:\/\/user:password@host/],
  [1, ['--store', 'postgres://127.0.0.1:1/vedetta'], /the store did not answer/],
])('ends with code %i and one line for %j', async (code, args, message) => {
  const { stderr, ...ended } = await replay(...args);
  expect(ended).toEqual({ code, stdout: '' });
  expect(stderr).toMatch(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
