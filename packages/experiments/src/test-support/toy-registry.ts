import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { drawKey, fillUniform } from '@vedetta/numerics';
import { presetScenario } from '@vedetta/scenario';
import type { Experiment } from '../machinery/experiment.ts';

/** Experiments of the tests: small, and told by a file when to wait or to fail. */

type ToyParameters = { readonly mean: number };

const toy: Experiment<ToyParameters> = {
  name: 'toy',
  title: 'Draws by name',
  summary: 'Means of uniform draws.',
  kind: 'computation',
  columns: { mean: 'shift of the draws', average: 'their average', low: 'lower end', high: 'upper end' },
  points: (size) =>
    [0, 1, 2].map((mean) => ({
      name: `mean ${mean}`,
      parameters: { mean },
      scenario: presetScenario('small'),
      units: size === 'quick' ? 3 : 6,
    })),
  compute({ parameters }, { unit, seed }) {
    const uniform = new Float64Array(64);
    fillUniform(drawKey(seed, 'toy'), unit, parameters.mean, 0, uniform);
    return [{ sum: uniform.reduce((sum, value) => sum + value, 0) }];
  },
  aggregate({ parameters: { mean } }, units) {
    const average = mean + units.flat().reduce((sum, row) => sum + Number(row.sum), 0) / (64 * units.length);
    return [{ mean, average, low: average - 0.1, high: average + 0.1 }];
  },
  charts: () => [
    {
      name: 'toy',
      spec: {
        mark: 'point',
        encoding: { x: { field: 'mean', type: 'quantitative' }, y: { field: 'average', type: 'quantitative' } },
      },
    },
  ],
};

/** Of the environment: while this file is not there, the second point waits. */
const gate = process.env.VEDETTA_TOY_GATE;

const held: Experiment<ToyParameters> = {
  ...toy,
  name: 'held',
  async compute(point, context) {
    while (gate !== undefined && point.parameters.mean > 0 && !existsSync(gate)) await setTimeout(10);
    return toy.compute(point, context);
  },
};

const broken: Experiment<ToyParameters> = {
  ...toy,
  name: 'broken',
  compute(point, context) {
    if (point.parameters.mean === 1) throw new Error('this point cannot be computed');
    return toy.compute(point, context);
  },
};

const infinite: Experiment<ToyParameters> = {
  ...toy,
  name: 'infinite',
  compute: () => [{ sum: Number.POSITIVE_INFINITY }],
};

/** Ends the process that computes it. */
const deadly: Experiment<ToyParameters> = {
  ...toy,
  name: 'deadly',
  async compute() {
    process.kill(process.pid, 'SIGKILL');
    return setTimeout(60_000, []);
  },
};

export const experiments: readonly Experiment[] = [toy, held, broken, infinite, deadly];
