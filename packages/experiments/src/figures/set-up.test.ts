import { cellAt } from '@vedetta/deployment';
import { expect, it } from 'vitest';
import { makeSetUp } from './set-up.ts';
import { figureScenario } from './variants.ts';

const setUps = (['isac', 'redistribute', 'unaware'] as const).map((variant) =>
  makeSetUp(figureScenario('test', variant), 5, 1),
);

it('four targets stand in the inspected cells of distinct regions; every region inspects one of its cells', () => {
  const [{ deployment, cells }] = setUps;
  expect(cells.filter(({ holdsTarget }) => holdsTarget)).toHaveLength(4);
  expect(cells.map(({ inspection }) => inspection.region)).toEqual(deployment.regions.map(({ id }) => id));
  for (const { inspection, scatterer } of cells) {
    const { region, cell, position } = inspection;
    expect(cellAt(deployment.network, scatterer)).toEqual({ region, cell });
    expect(deployment.regions[region].cellPosition(cell)).toEqual(position);
    [7.5, 7.5, 20].forEach((size, axis) => {
      expect(Math.abs(scatterer[axis] - position[axis])).toBeLessThanOrEqual(size / 2);
    });
  }
});

it('the curves of a figure share places and draws; another set-up or seed has its own', () => {
  const places = setUps.map(({ cells }) => cells.map(({ scatterer }) => scatterer));
  expect(places[1]).toEqual(places[0]);
  expect(places[2]).toEqual(places[0]);
  expect(new Set(setUps.map(({ seed }) => seed)).size).toBe(1);
  const scenario = figureScenario('test', 'isac');
  for (const other of [makeSetUp(scenario, 6, 1), makeSetUp(scenario, 5, 2)]) {
    expect(other.seed).not.toBe(setUps[0].seed);
    expect(other.cells.map(({ scatterer }) => scatterer)).not.toEqual(places[0]);
  }
});

it('without sensing beams no power goes to them: the users have it, or nobody', () => {
  const total = (variant: 'isac' | 'redistribute' | 'unspent') => {
    const { power } = makeSetUp(figureScenario('test', variant), 5, 1).onAir(0);
    const sum = (streams: readonly { readonly power: number }[]) => streams.reduce((all, one) => all + one.power, 0);
    return power.map(({ users, inspections }) => [sum(users), sum(inspections)] as const);
  };
  for (const [i, [users, sensing]] of total('isac').entries()) {
    const served = users > 0;
    expect(users + sensing).toBeCloseTo(served || sensing > 0 ? 2 : 0, 12);
    expect(total('redistribute')[i][0]).toBeCloseTo(served ? 2 : 0, 12);
    expect(total('redistribute')[i][1]).toBe(0);
    expect(total('unspent')[i]).toEqual([users, 0]);
  }
});
