import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { newRun, plan, until } from '../conformance/fixtures.ts';
import { startWorker, type WorkerProcess } from '../conformance/worker-process.ts';
import type { FrameQueue, Store } from '../interfaces.ts';
import { openStore } from '../postgres/open-store.ts';
import { createDatabase, findPostgres, findRedis } from '../test-servers/index.ts';
import { withServer } from '../test-servers/suite.ts';
import { openFrameQueue } from './open-frame-queue.ts';

const [postgres, redis] = [await findPostgres(), await findRedis()];

withServer('workers that die, on Redis', redis, (redisServer) => {
  withServer('and PostgreSQL', postgres, (postgresServer) => {
    let database: Awaited<ReturnType<typeof createDatabase>>;
    let store: Store;
    let queue: FrameQueue;
    let name: string;
    let run: number;
    const workers: WorkerProcess[] = [];

    const start = async (workMs: number) => {
      const worker = await startWorker(database.url, redisServer().url, name, workMs);
      workers.push(worker);
      return worker;
    };
    const give = async (from: number, to: number) => {
      for (let frame = from; frame < to; frame += 1) {
        await store.planFrame(plan(run, frame));
        await queue.enqueue({ run, frame });
      }
    };
    const decided = async () => (await store.run(run))?.decidedSlots ?? 0;
    const words = () => workers.flatMap((worker) => worker.words);

    beforeAll(async () => {
      database = await createDatabase(postgresServer().url);
      store = await openStore(database.url, { version: '0.1.0' });
    });
    afterAll(async () => {
      await store?.close();
      await database?.drop();
    });
    const begin = async () => {
      name = `frames-${crypto.randomUUID()}`;
      queue = await openFrameQueue(redisServer().url, { name });
      run = (await newRun(store)).id;
    };
    afterEach(async () => {
      await Promise.all(workers.splice(0).map((worker) => worker.kill()));
      await queue.close();
    });

    test('killed −9 in the middle of a frame: another one does it within seconds, and others go on meanwhile', async () => {
      await begin();
      const victim = await start(60_000);
      await give(0, 1);
      await until(() => victim.words.includes('begin 0'));
      await victim.kill();
      const killed = performance.now();
      const heir = await start(5);
      await give(1, 20);
      await until(() => heir.words.includes('first 19'));
      expect(heir.words).not.toContain('first 0');
      await until(() => heir.words.includes('first 0'), 25_000);
      expect(performance.now() - killed).toBeLessThan(20_000);
      expect(await store.totals(run)).toMatchObject({ slots: 40, decisions: 120 });
      expect(await store.undecidedFrames(run)).toEqual([]);
    });

    test('silent for longer than its lock: its frame is done by another, and its own commit counts for nothing', async () => {
      await begin();
      const sleeper = await start(500);
      await give(0, 1);
      await until(() => sleeper.words.includes('begin 0'));
      sleeper.child.kill('SIGSTOP');
      const heir = await start(5);
      await until(() => heir.words.includes('first 0'), 25_000);
      sleeper.child.kill('SIGCONT');
      await until(() => sleeper.words.includes('second 0'));
      await give(1, 10);
      await until(async () => (await decided()) === 20);
      expect(await store.totals(run)).toMatchObject({ slots: 20, decisions: 60 });
    });

    test('of three workers one dies and is replaced, again and again, under load: each frame is decided once', async () => {
      await begin();
      for (let i = 0; i < 3; i += 1) await start(20);
      let given = 0;
      for (let round = 0; round < 4; round += 1) {
        await give(given, given + 60);
        given += 60;
        const victim = workers[round];
        const told = victim.words.length;
        await until(() => victim.words.length > told + 3 && (victim.words.at(-1)?.startsWith('begin') ?? false));
        await victim.kill();
        await start(20);
      }
      await until(async () => (await decided()) === 2 * given, 40_000);
      await sleep(200);
      const firsts = words().filter((word) => word.startsWith('first'));
      expect(new Set(firsts).size).toBe(firsts.length);
      expect(await store.undecidedFrames(run)).toEqual([]);
      expect(await store.totals(run)).toMatchObject({ slots: 2 * given, decisions: 6 * given });
      const slots = await store.slots(run, 0, 2 * given);
      expect(slots.map(({ record }) => record.slot)).toEqual(Array.from({ length: 2 * given }, (_, slot) => slot));
      expect(slots.every(({ decisions }) => decisions.length === 3)).toBe(true);
    });
  });
});
