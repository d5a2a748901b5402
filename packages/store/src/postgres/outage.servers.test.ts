import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { commitOf, newRun, plan, until } from '../conformance/fixtures.ts';
import { recordingLogger } from '../conformance/log.ts';
import { StoreUnavailableError } from '../errors.ts';
import type { Store } from '../interfaces.ts';
import { createDatabase, findPostgresToBreak } from '../test-servers/index.ts';
import { withServer } from '../test-servers/suite.ts';
import { openStore, type StoreOptions } from './open-store.ts';

const AWAY_MS = 10_000;

withServer('PostgreSQL server that goes away', await findPostgresToBreak(), (server) => {
  let url: string;
  const opened: Store[] = [];
  const open = async (options: Partial<StoreOptions> = {}) => {
    const store = await openStore(url, { version: '0.1.0', ...options });
    opened.push(store);
    return store;
  };

  beforeAll(async () => {
    ({ url } = await createDatabase(server().url));
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
  });

  test('killed and away for ten seconds: calls wait for it, and each is done once', async () => {
    const logger = recordingLogger();
    const store = await open({ logger });
    const run = await newRun(store);
    await store.setRunStatus(run.id, 'running');
    await store.planFrame(plan(run.id, 0));
    const lease = await store.acquireLease('leader', 'me', 3000);
    await server().kill();
    const away = [
      store.commitFrame(commitOf(plan(run.id, 0))),
      store.planFrame(plan(run.id, 1), { lease: 'leader', fence: lease?.fence ?? 0 }),
      store.renewLease('leader', 'me', lease?.fence ?? 0, 3000),
      store.plannedFrame(run.id, 0),
      store.setRunStatus(run.id, 'completed'),
    ];
    await expect(store.ping()).rejects.toThrow(StoreUnavailableError);
    await expect(store.createRun(run)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE', attempts: 1 });
    await sleep(AWAY_MS);
    await server().start();
    expect(await Promise.all(away)).toMatchObject([true, undefined, true, plan(run.id, 0), { status: 'completed' }]);
    expect(await store.decisions({ run: run.id, limit: 100 })).toMatchObject({ items: { length: 6 } });
    expect((await store.undecidedFrames(run.id)).map(({ frame }) => frame)).toEqual([1]);
    expect(logger.messages.filter((message) => message === 'store does not answer, trying again')).toHaveLength(1);
    expect(logger.messages.filter((message) => message === 'store answers again')).toHaveLength(1);
  });

  test('under load, killed again and again: of two commits of each frame one is told that it was first', async () => {
    const [one, other] = [await open(), await open()];
    const run = await newRun(one);
    const answers: boolean[][] = [];
    let stopped = false;
    const load = (async () => {
      for (let frame = 0; !stopped; frame += 1) {
        await one.planFrame(plan(run.id, frame));
        const result = commitOf(plan(run.id, frame));
        answers.push(await Promise.all([one.commitFrame(result), other.commitFrame(result)]));
      }
    })();
    for (let round = 0; round < 4; round += 1) {
      const begun = answers.length;
      await until(() => answers.length > begun + 20);
      await server().kill();
      await sleep(300);
      await server().start();
    }
    const begun = answers.length;
    await until(() => answers.length > begun + 20);
    stopped = true;
    await load;
    expect(answers.filter((pair) => pair[0] === pair[1])).toEqual([]);
    expect(await one.undecidedFrames(run.id)).toEqual([]);
    expect(await one.totals(run.id)).toMatchObject({ slots: 2 * answers.length, decisions: 6 * answers.length });
    const events = await one.eventsAfter(0, 100_000);
    const frames = events.flatMap(({ body }) => (body.type === 'frame' && body.run === run.id ? [body.frame] : []));
    expect(frames).toEqual(answers.map((_, frame) => frame));
  });

  test('stopped and started: listeners hear of commits at once again', async () => {
    const logger = recordingLogger();
    const store = await open({ logger });
    const run = await newRun(store);
    await server().stop();
    await sleep(500);
    await server().start();
    await until(() => logger.messages.includes('hears of commits at once again'));
    let heardAt = 0;
    const stop = await store.onCommit(() => {
      heardAt = performance.now();
    });
    const delays: number[] = [];
    for (let frame = 0; frame < 5; frame += 1) {
      // Away from the tick of the safety net, which would answer too.
      await until(() => performance.now() - heardAt > 300 && performance.now() - heardAt < 600, 3000);
      await store.commitFrame(commitOf(plan(run.id, frame)));
      const committed = performance.now();
      await until(() => heardAt > committed - 50);
      delays.push(heardAt - committed);
    }
    expect(Math.max(...delays)).toBeLessThan(250);
    await stop();
  });

  test('silent for fourteen seconds with all connections open: calls are answered afterwards', async () => {
    const store = await open();
    const run = await newRun(store);
    await server().pause();
    const away = [store.commitFrame(commitOf(plan(run.id, 0))), store.nextRun()];
    await sleep(14_000);
    await server().resume();
    expect(await Promise.all(away)).toMatchObject([true, { id: run.id }]);
    expect(await store.totals(run.id)).toMatchObject({ decisions: 6 });
  });

  test('away for longer than calls persist: they fail with a name for it, and later ones work', async () => {
    const store = await open({ retryMs: 1500 });
    await server().kill();
    const error = await store.nextRun().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StoreUnavailableError);
    expect((error as StoreUnavailableError).attempts).toBeGreaterThan(3);
    expect((error as StoreUnavailableError).waitedMs).toBeLessThan(1600);
    await server().start();
    await store.ping();
  });

  test('closing while it is away ends the calls that wait for it, at once', async () => {
    const store = await open();
    await server().kill();
    const waiting = store.nextRun().catch((reason: unknown) => reason);
    await sleep(100);
    const start = performance.now();
    await store.close();
    expect(await waiting).toBeInstanceOf(StoreUnavailableError);
    expect(performance.now() - start).toBeLessThan(3500);
    await server().start();
  });

  test('a store may be opened before its server is there', async () => {
    await server().stop();
    const logger = recordingLogger();
    await expect(open({ waitMs: 300 })).rejects.toThrow(StoreUnavailableError);
    await expect(open({ signal: AbortSignal.timeout(300) })).rejects.toThrow(StoreUnavailableError);
    const opening = open({ logger });
    await sleep(3000);
    await server().start();
    await (await opening).ping();
    expect(logger.messages).toEqual(['store does not answer, trying again', 'store answers again']);
  });
});
