import { describe, expect, it } from 'vitest';
import { experiments as figures, findFigure } from './figures/registry.ts';
import { sizes } from './machinery/experiment.ts';
import { listUnits } from './machinery/units.ts';
import { experiments, findExperiment } from './registry.ts';

it('a name that is no experiment is told those that are', () => {
  expect(() => findExperiment('los')).toThrow(
    /there is no experiment 'los'; there are loss, scaling, quantisation, references, saturation/,
  );
});

it('a figure is found by its number; one that there is not is told those that are', () => {
  expect(findFigure('2')).toBe(findFigure('figure-2'));
  expect(() => findFigure('1')).toThrow(/there is no figure '1'; there are 2, 3, 4, .*sensitivity, all/);
});

describe.each(
  [...experiments, ...figures].map((experiment) => [experiment.name, experiment] as const),
)('%s', (_, experiment) => {
  it.each(sizes)('has points of size %s, each with a name and a key of its own', (size) => {
    const points = experiment.points(size);
    const units = listUnits(experiment, points, { seed: 1, version: 'test' });
    expect(units.length).toBeGreaterThanOrEqual(points.length);
    expect(new Set(units.map(({ key }) => key)).size).toBe(units.length);
  });
});
