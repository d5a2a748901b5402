import { experiments as figures } from '../figures/registry.ts';
import type { Experiment } from '../machinery/experiment.ts';

/** Every figure with two points of two set-ups of two realisations. */
export const experiments: readonly Experiment[] = figures.map((figure) => ({
  ...figure,
  points: () =>
    figure
      .points('quick')
      .slice(0, 2)
      .map((point) => ({ ...point, units: 2, parameters: { ...point.parameters, realisations: 2 } })),
  verdicts: () => [],
}));
