import { afterEach, expect, test } from 'vitest';
import type { FrameQueue } from '../interfaces.ts';
import type { FrameJob } from '../records.ts';
import { until } from './fixtures.ts';

/** The runs whose frames the tests below enqueue. */
const RUNS = [1, 2, 3, 4, 5, 6, 7];

/** @param openQueue  another queue object on the same, empty engine. */
export function queueConformance(openQueue: () => FrameQueue | Promise<FrameQueue>): void {
  const open: FrameQueue[] = [];
  const fresh = async () => {
    const queue = await openQueue();
    open.push(queue);
    return queue;
  };
  afterEach(async () => {
    await Promise.all(open.splice(0).map((queue) => queue.close()));
    // A test may leave frames behind that nobody consumed; the next one must not be given them.
    const broom = await openQueue();
    for (const run of RUNS) await broom.discard(run);
    await broom.close();
  });

  test('frames are delivered one at a time, in the order of enqueueing', async () => {
    const queue = await fresh();
    const seen: number[] = [];
    let busy = 0;
    queue.consume(async ({ frame }) => {
      busy += 1;
      expect(busy).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 2));
      seen.push(frame);
      busy -= 1;
    });
    for (let frame = 0; frame < 30; frame += 1) await queue.enqueue({ run: 1, frame });
    await until(() => seen.length === 30);
    expect(seen).toEqual(Array.from({ length: 30 }, (_, frame) => frame));
  });

  test('an idle consumer wakes at once, also for a queue object that is not its own', async () => {
    const consumer = await fresh();
    const producer = await fresh();
    const seen: FrameJob[] = [];
    consumer.consume(async (job) => void seen.push(job));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const start = performance.now();
    await producer.enqueue({ run: 2, frame: 5 });
    await until(() => seen.length === 1);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(seen).toEqual([{ run: 2, frame: 5 }]);
  });

  test('a frame that waits or is being worked on is not added again; one that was done can come again', async () => {
    const queue = await fresh();
    const seen: number[] = [];
    const gate = Promise.withResolvers<void>();
    await queue.enqueue({ run: 3, frame: 0 });
    await queue.enqueue({ run: 3, frame: 0 });
    queue.consume(async ({ frame }) => {
      seen.push(frame);
      await gate.promise;
    });
    await until(() => seen.length === 1);
    await queue.enqueue({ run: 3, frame: 0 });
    await queue.enqueue({ run: 3, frame: 1 });
    gate.resolve();
    await until(() => seen.length === 2);
    expect(seen).toEqual([0, 1]);
    // One at a time: as frame 1 has begun, frame 0 is done.
    await queue.enqueue({ run: 3, frame: 0 });
    await until(() => seen.length === 3);
    expect(seen).toEqual([0, 1, 0]);
  });

  test('a frame whose handler throws comes back, and others go on meanwhile', async () => {
    const queue = await fresh();
    const seen: number[] = [];
    queue.consume(async ({ frame }) => {
      seen.push(frame);
      if (frame === 0 && seen.filter((one) => one === 0).length < 3) throw new Error('it lost its access points');
    });
    await queue.enqueue({ run: 4, frame: 0 });
    await queue.enqueue({ run: 4, frame: 1 });
    await until(() => seen.length === 4);
    expect(seen[0]).toBe(0);
    expect(seen.at(-1)).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([...seen].sort()).toEqual([0, 0, 0, 1]);
  });

  test('what waits for a run can be dropped, and nothing else is', async () => {
    const queue = await fresh();
    for (let frame = 0; frame < 5; frame += 1) {
      await queue.enqueue({ run: 5, frame });
      await queue.enqueue({ run: 6, frame });
    }
    await queue.discard(5);
    const seen: FrameJob[] = [];
    queue.consume(async (job) => void seen.push(job));
    await until(() => seen.length === 5);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(seen).toEqual([0, 1, 2, 3, 4].map((frame) => ({ run: 6, frame })));
  });

  test('closing tells the handler, waits for it, and then delivers no more', async () => {
    const queue = await fresh();
    const done: number[] = [];
    queue.consume(async ({ frame }, signal) => {
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      await new Promise((resolve) => setTimeout(resolve, 50));
      done.push(frame);
    });
    await queue.enqueue({ run: 7, frame: 0 });
    await queue.enqueue({ run: 7, frame: 1 });
    await new Promise((resolve) => setTimeout(resolve, 200));
    await queue.close();
    expect(done).toEqual([0]);
  });
}
