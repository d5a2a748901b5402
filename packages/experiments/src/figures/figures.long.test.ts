import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Experiment } from '../machinery/experiment.ts';
import { silentProgress } from '../machinery/progress.ts';
import { runExperiment } from '../machinery/run-experiment.ts';
import { experiments } from '../test-support/tiny-figures.ts';

const folder = await mkdtemp(join(tmpdir(), 'vedetta-figures-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const figure = (name: string) => experiments.find((one) => one.name === name) as Experiment;
const signal = new AbortController().signal;

async function rowsOf(name: string, workers: number) {
  const outcome = await runExperiment({
    experiment: figure(name),
    registry: new URL('../test-support/tiny-figures.ts', import.meta.url).href,
    size: 'quick',
    seed: 1,
    version: 'test',
    workers,
    folder: join(folder, `${name}-${workers}`),
    startNew: false,
    signal,
    progress: silentProgress,
  });
  if (outcome.stopped) throw new Error('stopped');
  return outcome.result.rows;
}

it('a figure has the same numbers from one worker and from two', async () => {
  const rows = await rowsOf('figure-2', 1);
  expect(rows).toHaveLength(18);
  expect(await rowsOf('figure-2', 2)).toEqual(rows);
});
