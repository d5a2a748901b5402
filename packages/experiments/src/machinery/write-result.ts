import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Experiment } from './experiment.ts';
import { type ExperimentResult, toCsv } from './result.ts';

/** Writes JSON, CSV, and SVG and PNG of every chart; returns their paths. A file is there whole or not at all. */
export async function writeResult(experiment: Experiment, result: ExperimentResult, folder: string): Promise<string[]> {
  const { name, columns } = experiment;
  const files: [string, string | Uint8Array][] = [
    [`${name}.json`, `${JSON.stringify(result, null, 1)}\n`],
    [`${name}.csv`, toCsv(Object.keys(columns), result.rows)],
  ];
  // Only here: whoever never draws a figure does without Vega's modules.
  const { renderChart } = await import('../chart/render.ts');
  for (const chart of experiment.charts(result.rows, result.size)) {
    const { svg, png } = await renderChart(chart, result.rows);
    files.push([`${chart.name}.svg`, svg], [`${chart.name}.png`, png]);
  }
  for (const [file, content] of files) {
    const path = join(folder, file);
    await writeFile(`${path}.part`, content);
    await rename(`${path}.part`, path);
  }
  return files.map(([file]) => join(folder, file));
}
