import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { renderChart } from '../chart/render.ts';
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

it.each([
  'figure-3',
  'figure-4',
  'figure-5',
  'figure-6',
  'figure-7',
  'figure-8',
  'figure-9',
  'sensitivity',
])('%s is computed and drawn', async (name) => {
  const { points, compute, aggregate, charts } = figure(name);
  const rows = [];
  for (const point of points('quick')) {
    const context = { unit: 1, seed: 1, version: 'test', signal, progress() {} };
    rows.push(...(aggregate?.(point, [await compute(point, context)]) ?? []));
  }
  expect(new Set(rows.map(({ kind }) => kind))).toContain('summary');
  for (const chart of charts(rows, 'quick')) expect((await renderChart(chart, rows)).svg).toContain('</svg>');
});
