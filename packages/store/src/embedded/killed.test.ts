import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commitOf, scenario, until } from '../conformance/fixtures.ts';
import { FolderInUseError } from '../errors.ts';
import { type Embedded, openEmbedded } from './open-embedded.ts';
import { testFolder } from './test-folder.ts';

describe('after kill −9 in the middle of a frame', () => {
  let folder: string;
  let opened: Embedded;
  let run = 0;
  const done: number[] = [];
  let openedMs = 0;

  beforeAll(async () => {
    folder = await testFolder();
    const child = spawn(process.execPath, [fileURLToPath(new URL('./killed-child.ts', import.meta.url)), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await followUntilBegin(child, 40, (word, value) => {
      if (word === 'run') run = value;
      if (word === 'done') done.push(value);
    });
    await expect(openEmbedded(folder, { version: '0.1.0' })).rejects.toThrow(FolderInUseError);
    await killHard(child);
    const start = performance.now();
    opened = await openEmbedded(folder, { version: '0.1.0' });
    openedMs = performance.now() - start;
  });
  afterAll(async () => {
    await opened?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('nothing that was committed is lost, and no frame is half there', async () => {
    const { store } = opened;
    expect(await store.scenario()).toEqual(scenario);
    expect(await store.run(run)).toMatchObject({ status: 'running' });
    for (const frame of done) expect(await store.isFrameDecided(run, frame)).toBe(true);
    const slots = await store.slots(run, 0, 100_000);
    for (const { record, decisions } of slots) expect(decisions).toHaveLength(record.slot < 6 ? 3 : 9);
    const totals = await store.totals(run);
    expect(totals.slots).toBe(slots.length);
    expect(totals.decisions).toBe(slots.flatMap(({ decisions }) => decisions).length);
    const frames = (await store.eventsAfter(0, 10_000)).filter(({ body }) => body.type === 'frame');
    expect(frames).toHaveLength(3 + (slots.length - 6) / 8);
  });

  test('undecided frames are enqueued again and worked on at once, though the old job was active', async () => {
    const { store, queue } = opened;
    const open = await store.undecidedFrames(run);
    expect(open.length).toBeGreaterThan(0);
    const seen: number[] = [];
    const start = performance.now();
    queue.consume(async ({ frame }) => {
      seen.push(frame);
      const planned = await store.plannedFrame(run, frame);
      if (planned !== null) await store.commitFrame(commitOf(planned));
    });
    for (const { frame } of open) await queue.enqueue({ run, frame });
    await until(async () => (await store.undecidedFrames(run)).length === 0);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(seen).toEqual(open.map(({ frame }) => frame));
  });

  test('opening again takes seconds at most', () => {
    expect(openedMs).toBeLessThan(5000);
  });
});

/** Resolves at the `begin` after `commits` commits. */
async function followUntilBegin(child: ChildProcess, commits: number, tell: (word: string, value: number) => void) {
  if (child.stdout === null) throw new Error('no output');
  let count = 0;
  for await (const line of createInterface(child.stdout)) {
    const [word, value] = line.split(' ');
    tell(word, Number(value));
    if (word === 'done') count += 1;
    if (word === 'begin' && count >= commits) return;
  }
  throw new Error('the child ended by itself');
}

async function killHard(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}
