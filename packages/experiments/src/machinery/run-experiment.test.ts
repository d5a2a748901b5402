import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { experiments } from '../test-support/toy-registry.ts';
import type { Experiment } from './experiment.ts';
import { journalName } from './journal.ts';
import { silentProgress } from './progress.ts';
import { type RunExperimentOptions, runExperiment } from './run-experiment.ts';

const registry = new URL('../test-support/toy-registry.ts', import.meta.url).href;

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'vedetta-test-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const folderOf = (name: string) => join(root, name);

function run(name: string, folder: string, more: Partial<RunExperimentOptions> = {}) {
  return runExperiment({
    experiment: experiments.find((experiment) => experiment.name === name) as Experiment,
    registry,
    size: 'quick',
    seed: 7,
    version: 'test',
    workers: 1,
    folder: folderOf(folder),
    startNew: false,
    signal: new AbortController().signal,
    progress: silentProgress,
    ...more,
  });
}

/** Every file but the journal, whose lines come in the order of finishing. */
async function bytesOf(folder: string): Promise<Map<string, string>> {
  const files = (await readdir(folderOf(folder))).filter((file) => file !== journalName).sort();
  const read = async (file: string) => [file, await readFile(join(folderOf(folder), file), 'base64')] as const;
  return new Map(await Promise.all(files.map(read)));
}

const linesOf = async (folder: string) =>
  (await readFile(join(folderOf(folder), journalName), 'utf8')).trimEnd().split('\n');

describe('an experiment', () => {
  it('writes the same bytes with one worker and with three', async () => {
    const one = await run('toy', 'one');
    await run('toy', 'three', { workers: 3 });
    expect(one.stopped).toBe(false);
    const files = await bytesOf('one');
    expect([...files.keys()]).toEqual(['toy.csv', 'toy.json', 'toy.png', 'toy.svg']);
    expect(await bytesOf('three')).toEqual(files);
    await run('toy', 'seed', { seed: 8 });
    expect((await bytesOf('seed')).get('toy.csv')).not.toEqual(files.get('toy.csv'));
  });

  it('keeps what is finished at Ctrl-C, goes on from there, and writes the bytes of one sitting', async () => {
    process.env.VEDETTA_TOY_GATE = folderOf('gate');
    const stopping = new AbortController();
    const progress = {
      ...silentProgress,
      at: ({ done }: { done: number }) => {
        if (done === 3) stopping.abort();
      },
    };
    const first = await run('held', 'resumed', { signal: stopping.signal, progress });
    expect(first).toEqual({ stopped: true, done: 3, total: 9 });
    const kept = await linesOf('resumed');
    expect(kept).toHaveLength(3);
    expect(await bytesOf('resumed')).toEqual(new Map());
    // Killed while it wrote the next line.
    await appendFile(join(folderOf('resumed'), journalName), '{"key":"half');
    await writeFile(folderOf('gate'), '');
    const second = await run('held', 'resumed');
    expect(second.stopped).toBe(false);
    const lines = await linesOf('resumed');
    expect(lines.slice(0, 3)).toEqual(kept);
    expect(lines).toHaveLength(9);
    await run('held', 'whole');
    expect(await bytesOf('resumed')).toEqual(await bytesOf('whole'));
  });

  it('computes nothing a second time, and everything when told to start over', async () => {
    const kept = await linesOf('one');
    await run('toy', 'one');
    expect(await linesOf('one')).toEqual(kept);
    await run('toy', 'one', { version: 'next' });
    expect(await linesOf('one')).toHaveLength(18);
    await run('toy', 'one', { startNew: true });
    expect(await linesOf('one')).toHaveLength(9);
  });

  it('says which unit failed, and keeps the others', async () => {
    await expect(run('broken', 'broken', { workers: 1 })).rejects.toThrow('this point cannot be computed');
    expect(await linesOf('broken')).toHaveLength(3);
    await expect(run('infinite', 'infinite')).rejects.toThrow('sum is Infinity; a number that is not there is null');
  });

  it('tells scenario hash, seed, version, parameters and the meaning of every column', async () => {
    const result = JSON.parse(await readFile(join(folderOf('one'), 'toy.json'), 'utf8'));
    expect(result).toMatchObject({ experiment: 'toy', size: 'quick', seed: 7, version: 'test', machine: null });
    expect(result.points[2]).toMatchObject({ name: 'mean 2', parameters: { mean: 2 } });
    expect(Object.keys(result.scenarios)).toEqual([result.points[0].scenarioHash]);
    expect(Object.keys(result.columns)).toEqual(['mean', 'average', 'low', 'high']);
    expect(result.rows).toHaveLength(3);
  });
});
