import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { openRedis } from '@vedetta/store';
import { findRedisToBreak } from '@vedetta/store/test-servers';
import { withServer } from '@vedetta/store/test-servers/suite';
import { createRedisBackend, withBackend } from 'bullmq';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Computed } from '../machinery/compute-unit.ts';
import type { Experiment } from '../machinery/experiment.ts';
import { journalName } from '../machinery/journal.ts';
import { silentProgress } from '../machinery/progress.ts';
import { type RunExperimentOptions, runExperiment } from '../machinery/run-experiment.ts';
import type { Unit } from '../machinery/units.ts';
import { experiments } from '../test-support/toy-registry.ts';
import { startToyWorker, type ToyWorker, type ToyWorkerOptions, until } from '../test-support/toy-worker-process.ts';
import { jobId, type UnitJob } from './unit-job.ts';
import { openUnitQueue } from './unit-queue.ts';

const registry = new URL('../test-support/toy-registry.ts', import.meta.url).href;
/** For workers of which one is to die: the other is not to wait long. */
const patienceMs = 2_000;

withServer('units over a queue', await findRedisToBreak(), (server) => {
  let root: string;
  const workers: ToyWorker[] = [];
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'vedetta-test-'));
    await run('held', 'here', { workers: 1 });
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.end()));
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  function startWorker(gate?: string, more: ToyWorkerOptions = {}): ToyWorker {
    const worker = startToyWorker(server().url, { ...(gate === undefined ? {} : { gate: join(root, gate) }), ...more });
    workers.push(worker);
    return worker;
  }
  const openGate = (gate: string) => writeFile(join(root, gate), '');

  function run(name: string, folder: string, more: Partial<RunExperimentOptions>) {
    return runExperiment({
      experiment: experiments.find((experiment) => experiment.name === name) as Experiment,
      registry,
      size: 'quick',
      seed: 7,
      version: 'test',
      workers: undefined,
      folder: join(root, folder),
      startNew: false,
      signal: new AbortController().signal,
      progress: silentProgress,
      ...more,
    });
  }
  const overQueue = (name: string, folder: string, more: Partial<RunExperimentOptions> = {}) =>
    run(name, folder, { queue: server().url, ...more });

  async function bytesOf(folder: string): Promise<Map<string, string>> {
    const files = (await readdir(join(root, folder))).filter((file) => file !== journalName).sort();
    const read = async (file: string) => [file, await readFile(join(root, folder, file), 'base64')] as const;
    return new Map(await Promise.all(files.map(read)));
  }
  async function unitsOf(folder: string): Promise<string[]> {
    const lines = (await readFile(join(root, folder, journalName), 'utf8')).trimEnd().split('\n');
    return lines.map((line) => JSON.parse(line)).map(({ point, unit }) => `${point}, ${unit}`);
  }
  async function keys(pattern: string): Promise<string[]> {
    const { commands, end } = await openRedis(server().url);
    const found = await commands.keys(pattern);
    end();
    return found;
  }
  const jobsLeft = () => keys('bull:vedetta-units-*:unit-*');

  test('writes the bytes of local workers; says when nobody is there, and refuses a worker of another version', async () => {
    await run('held', 'two', { workers: 2 });
    expect(await bytesOf('two')).toEqual(await bytesOf('here'));
    const said: string[] = [];
    const crews = new Set<unknown>();
    const running = overQueue('held', 'over', {
      progress: { ...silentProgress, say: (text) => said.push(text), at: ({ workers }) => crews.add(workers) },
    });
    await until('nobody', () => said.length > 0);
    expect(said[0]).toMatch(/^no worker answers on redis:\/\/127.*start `vedetta worker --queue redis:\/\/127/);
    const stranger = startWorker(undefined, { version: 'other' });
    await until('a stranger', () => said.length > 1 && stranger.words.length > 1);
    expect(said[1]).toMatch(/^worker .*-\d+ is refused: its code is other \(Node .*, and this is test \(Node/);
    expect(stranger.words[1]).toMatch(/^units of .*-\d+ are refused: their code is test/);
    const pair = [startWorker(), startWorker()];
    expect((await running).stopped).toBe(false);
    expect(await bytesOf('over')).toEqual(await bytesOf('here'));
    expect([...crews].sort()).toEqual(expect.arrayContaining([0]));
    expect(stranger.words.filter((word) => word.startsWith('begun'))).toEqual([]);
    expect(pair.flatMap(({ words }) => words.filter((word) => word.startsWith('finished')))).toHaveLength(9);
    expect(await jobsLeft()).toEqual([]);
  });

  test('a password opens the queue and stands in nothing that is said, written or left behind', async () => {
    const { commands, end } = await openRedis(server().url);
    await commands.call('ACL', 'SETUSER', 'units', 'on', '>word-of-honour', '~*', '&*', '+@all');
    const as = (password: string) => server().url.replace('//', `//units:${password}@`);
    const said: string[] = [];
    const progress = { ...silentProgress, say: (text: string) => void said.push(text) };
    const worker = startToyWorker(as('word-of-honour'));
    workers.push(worker);
    await overQueue('held', 'secret', { queue: as('word-of-honour'), progress });
    const refused = await overQueue('held', 'refused', { queue: as('word-of-shame'), progress }).catch(
      (error) => error,
    );
    expect(refused.message).toMatch(/^the queue at redis:\/\/units:\*\*\*@.* refuses: WRONGPASS/);
    expect(await bytesOf('secret')).toEqual(await bytesOf('here'));
    expect(worker.words[0]).toMatch(/^takes units from redis:\/\/units:\*\*\*@/);
    await worker.end('SIGINT');
    const files = await readdir(join(root, 'secret'));
    const texts = await Promise.all(files.map((file) => readFile(join(root, 'secret', file), 'utf8')));
    const stored = await Promise.all((await keys('*')).map(async (key) => `${key} ${await commands.dump(key)}`));
    const seen = [...said, ...worker.words, inspect(refused, { depth: null }), ...texts, ...stored];
    expect(seen.filter((text) => text.includes('word-of'))).toEqual([]);
    await commands.call('ACL', 'DELUSER', 'units');
    end();
  });

  test('a worker killed −9 in the middle of a unit: another one computes it, and it counts once', async () => {
    const victim = startWorker('gate-killed', { patienceMs });
    const running = overQueue('held', 'killed');
    await until('the unit is begun', () => victim.words.includes('begun held 1 0'));
    const { pid } = victim.child;
    const computing = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => ''))
      .split(' ')
      .map(Number);
    await victim.end();
    await openGate('gate-killed');
    const heir = startWorker('gate-killed', { patienceMs });
    await running;
    expect(heir.words).toContain('finished held 1 0');
    expect(new Set(await unitsOf('killed')).size).toBe(9);
    expect(await unitsOf('killed')).toHaveLength(9);
    expect(await bytesOf('killed')).toEqual(await bytesOf('here'));
    for (const child of computing.filter((number) => number > 0))
      expect(() => process.kill(child, 0), 'its process has gone with it').toThrow('ESRCH');
  });

  test('Ctrl-C takes the units out of the queue and keeps what is finished; the same command goes on', async () => {
    const worker = startWorker('gate-stopped');
    const stopping = new AbortController();
    const progress = { ...silentProgress, at: ({ done }: { done: number }) => done === 3 && stopping.abort() };
    const first = await overQueue('held', 'stopped', { signal: stopping.signal, progress: progress as never });
    expect(first).toEqual({ stopped: true, done: 3, total: 9 });
    const kept = await unitsOf('stopped');
    await until('only what is begun stays', async () => (await jobsLeft()).length <= 2);
    await openGate('gate-stopped');
    await until('it is finished for the next start', () => worker.words.includes('finished held 1 0'));
    await overQueue('held', 'stopped');
    expect(worker.words.filter((word) => word === 'begun held 1 0')).toHaveLength(1);
    expect((await unitsOf('stopped')).slice(0, 3)).toEqual(kept);
    expect(await bytesOf('stopped')).toEqual(await bytesOf('here'));
    expect(await jobsLeft()).toEqual([]);
    // And of the worker: it finishes what it has.
    const before = worker.words.filter((word) => word.startsWith('finished')).length;
    await worker.end('SIGINT');
    expect(worker.child.exitCode).toBe(0);
    expect(worker.words.at(-1)).toBe('ended');
    expect(before).toBe(9);
  });

  test('a server that is killed, away for seconds and comes back, or forgets everything: both sides go on', async () => {
    const worker = startWorker('gate-away');
    const said: string[] = [];
    const running = overQueue('held', 'away', { progress: { ...silentProgress, say: (text) => said.push(text) } });
    await until('the unit is begun', () => worker.words.includes('begun held 1 0'));
    await server().kill();
    await sleep(3_000);
    await server().start();
    await until('back', () => said.some((text) => text.endsWith('answers again')));
    const { commands, end: disconnect } = await openRedis(server().url);
    await commands.flushall();
    disconnect();
    await openGate('gate-away');
    await running;
    expect(said.filter((text) => text.includes('does not answer; trying again'))).toHaveLength(1);
    expect(await unitsOf('away')).toHaveLength(9);
    expect(await bytesOf('away')).toEqual(await bytesOf('here'));
  });

  test('a worker with nothing in hand ends also while the server is away', async () => {
    const worker = startWorker();
    await until('it takes units', () => worker.words.some((word) => word.startsWith('takes units')));
    await server().kill();
    await worker.end('SIGINT');
    await server().start();
    expect(worker.child.exitCode).toBe(0);
    expect(worker.words.at(-1)).toBe('ended');
  });

  test('what was left in the queue is computed anew when asked to, also when taking it out fails at first', async () => {
    const clients = await openRedis(server().url);
    const queue = new (withBackend(createRedisBackend).Queue)<UnitJob, Computed>('vedetta-units-stale', {
      connection: clients.commands,
    });
    const unit = { point: 0, unit: 3, key: 'left' } as Unit;
    await queue.add('unit', { left: 'before' } as unknown as UnitJob, { jobId: jobId(unit) });
    const remove = queue.remove.bind(queue);
    let failures = 0;
    queue.remove = (id, options) => (failures++ === 0 ? Promise.reject(new Error('away')) : remove(id, options));
    const units = await openUnitQueue(queue, { startNew: true, nameOf: () => 'left' });
    void units.compute(unit, { asked: 'anew' } as unknown as UnitJob, () => {}).catch(() => {});
    await until('it is put again', async () => {
      await units.collect();
      return (await queue.getJob(jobId(unit)))?.data !== undefined && failures > 1;
    });
    expect((await queue.getJob(jobId(unit)))?.data).toEqual({ asked: 'anew' });
    queue.remove = remove;
    await queue.obliterate({ force: true });
    clients.end();
  });

  test('a unit that fails is told by its message, and one that ends its process is not tried for ever', async () => {
    const worker = startWorker(undefined, { concurrency: 2 });
    const failure = (name: string) =>
      overQueue(name, name).then(
        () => null,
        (error: Error) => error.message,
      );
    expect(await failure('broken')).toMatch(/^mean 1, unit \d failed on .*-\d+: this point cannot be computed$/);
    expect(await failure('deadly')).toMatch(
      /^mean \d, unit \d failed on .*: Unexpected exit code: null signal: SIGKILL$/,
    );
    const tries = new Map<string, number>();
    for (const word of worker.words.filter((one) => one.startsWith('begun deadly')))
      tries.set(word, (tries.get(word) ?? 0) + 1);
    expect(Math.max(...tries.values())).toBe(3);
  });
});
