import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { until } from '../conformance/fixtures.ts';
import { recordingLogger } from '../conformance/log.ts';
import { QueueUnavailableError } from '../errors.ts';
import type { FrameQueue } from '../interfaces.ts';
import { findRedisToBreak } from '../test-servers/index.ts';
import { withServer } from '../test-servers/suite.ts';
import type { FrameQueueOptions } from './open-frame-queue.ts';
import { openFrameQueue } from './open-frame-queue.ts';

const AWAY_MS = 10_000;

withServer('Redis server that goes away', await findRedisToBreak(), (server) => {
  const opened: FrameQueue[] = [];
  /** Queue objects of one test share a name that no other test has. */
  let name = `frames-${crypto.randomUUID()}`;
  const open = async (options: FrameQueueOptions = {}) => {
    const queue = await openFrameQueue(server().url, { name, ...options });
    opened.push(queue);
    return queue;
  };
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((queue) => queue.close()));
    name = `frames-${crypto.randomUUID()}`;
  });
  const count = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
  const enqueue = async (queue: FrameQueue, from: number, to: number) => {
    for (const frame of count(from, to)) await queue.enqueue({ run: 1, frame });
  };

  test('killed and away for ten seconds: nothing that it said yes to is lost, and consumers go on', async () => {
    const logger = recordingLogger();
    const producer = await open({ logger });
    const consumer = await open();
    const seen: number[] = [];
    const gate = Promise.withResolvers<void>();
    await enqueue(producer, 0, 10);
    consumer.consume(async ({ frame }) => {
      seen.push(frame);
      if (frame === 2) await gate.promise;
    });
    await until(() => seen.length === 3);
    await server().kill();
    const start = performance.now();
    await expect(producer.enqueue({ run: 1, frame: 10 })).rejects.toThrow(QueueUnavailableError);
    await expect(producer.discard(1)).rejects.toMatchObject({ code: 'QUEUE_UNAVAILABLE' });
    expect(performance.now() - start).toBeLessThan(500);
    // A frame ends while there is nobody to tell.
    gate.resolve();
    await sleep(AWAY_MS);
    await server().start();
    await until(
      () =>
        enqueue(producer, 10, 20).then(
          () => true,
          () => false,
        ),
      5000,
    );
    await until(() => new Set(seen).size === 20, 15_000);
    // At least once; in order, but for what was under way.
    expect([...new Set(seen)]).toEqual(count(0, 20));
    expect(seen.length).toBeLessThanOrEqual(21);
    const outage = ['server does not answer, trying again', 'server answers again'];
    expect(logger.messages.filter((message) => message.startsWith('server'))).toEqual(outage);
  });

  test('stopped and started with frames waiting: they are delivered in their order', async () => {
    const producer = await open();
    await enqueue(producer, 0, 20);
    await server().stop();
    await server().start();
    const consumer = await open();
    const seen: number[] = [];
    consumer.consume(async ({ frame }) => void seen.push(frame));
    await until(() => seen.length === 20);
    expect(seen).toEqual(count(0, 20));
    await sleep(300);
    expect(seen).toHaveLength(20);
  });

  test('silent for ten seconds with all connections open: producers hear so within seconds, consumers go on', async () => {
    const producer = await open();
    const consumer = await open();
    const seen: number[] = [];
    consumer.consume(async ({ frame }) => void seen.push(frame), 2);
    await enqueue(producer, 0, 3);
    await until(() => seen.length === 3);
    await server().pause();
    const start = performance.now();
    await expect(producer.enqueue({ run: 1, frame: 3 })).rejects.toThrow(QueueUnavailableError);
    expect(performance.now() - start).toBeLessThan(4000);
    await sleep(AWAY_MS - (performance.now() - start));
    await server().resume();
    // What was asked in vain may have been done: it is not done twice.
    await until(
      () =>
        enqueue(producer, 3, 6).then(
          () => true,
          () => false,
        ),
      5000,
    );
    await until(() => new Set(seen).size === 6, 10_000);
    await sleep(300);
    expect([...new Set(seen)].sort()).toEqual(count(0, 6));
  });

  test('killed again and again under load, frames handled two at a time: each is handled at least once', async () => {
    const producer = await open();
    const consumers = [await open(), await open()];
    const seen: number[] = [];
    for (const consumer of consumers) {
      consumer.consume(async ({ frame }) => {
        await sleep(5);
        seen.push(frame);
      }, 2);
    }
    let next = 0;
    let stopped = false;
    const load = (async () => {
      while (!stopped) {
        const frame = next;
        await producer.enqueue({ run: 1, frame }).then(
          () => {
            next += 1;
          },
          () => sleep(50),
        );
      }
    })();
    for (let round = 0; round < 3; round += 1) {
      const begun = seen.length;
      await until(() => seen.length > begun + 100);
      await server().kill();
      await sleep(300);
      await server().start();
    }
    const begun = seen.length;
    await until(() => seen.length > begun + 100);
    stopped = true;
    await load;
    await until(() => new Set(seen).size === next, 30_000);
    expect([...new Set(seen)].sort((a, b) => a - b)).toEqual(count(0, next));
  });

  test('closing while it is away takes no longer than asked for', async () => {
    const consumer = await open({ closeTimeoutMs: 1000 });
    consumer.consume(async () => {});
    await sleep(200);
    await server().kill();
    const start = performance.now();
    await consumer.close();
    expect(performance.now() - start).toBeLessThan(2500);
    await server().start();
  });

  test('a queue may be opened before its server is there', async () => {
    await server().stop();
    const logger = recordingLogger();
    await expect(open({ waitMs: 300 })).rejects.toThrow(QueueUnavailableError);
    await expect(open({ signal: AbortSignal.timeout(300) })).rejects.toThrow(QueueUnavailableError);
    const opening = open({ logger });
    await sleep(3000);
    await server().start();
    const queue = await opening;
    await queue.enqueue({ run: 1, frame: 0 });
    expect(logger.messages).toEqual(['server does not answer, trying again', 'server answers again']);
  });
});
