import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createLogger } from './logger.ts';

it('a log file has one JSON object per line, written at once, with the level asked for', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vedetta-log-'));
  const destination = join(folder, 'deeper', 'process.log');
  const logger = createLogger({ name: 'ap-node', level: 'info', destination });
  logger.debug({ slot: 1 }, 'slot opened');
  logger.info({ slot: 2, durationMs: 3.5 }, 'slot closed');
  const lines = (await readFile(destination, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ name: 'ap-node', pid: process.pid, slot: 2, durationMs: 3.5, msg: 'slot closed' });
  expect(new Date(lines[0].time).getTime()).toBeGreaterThan(0);
  await rm(folder, { recursive: true });
});
