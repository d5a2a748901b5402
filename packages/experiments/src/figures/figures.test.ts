import { expect, it } from 'vitest';
import { renderChart } from '../chart/render.ts';
import type { Experiment } from '../machinery/experiment.ts';
import { experiments } from '../test-support/tiny-figures.ts';

const figure = (name: string) => experiments.find((one) => one.name === name) as Experiment;
const signal = new AbortController().signal;

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
