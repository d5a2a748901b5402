import { cellAt } from '@vedetta/deployment';
import { expect, it } from 'vitest';
import { scnrOfLooks, scnrUnit } from '../scnr-unit.ts';
import { figureScenario } from '../variants.ts';
import { lookAtPlaces, sharedPlaces } from './places.ts';
import { curves as sensingOf } from './values.ts';

const baseline = figureScenario('test', 'isac');
const places = sharedPlaces(baseline, 4, 1);
const curves = sensingOf.map((sensing) => ({
  ...sensing,
  setUp: lookAtPlaces(figureScenario('test', 'isac', { sensing: { ...sensing } }), 4, 1, places),
}));

it('every curve looks at each place once, in the cell of its region that holds it', () => {
  expect(places).toHaveLength(9);
  for (const { setUp } of curves) {
    const cells = setUp.looks.flatMap((look) => look.cells);
    expect(new Set(cells.map(({ scatterer }) => scatterer))).toEqual(new Set(places));
    expect(cells).toHaveLength(9);
    for (const { inspection, scatterer } of cells)
      expect(cellAt(setUp.deployment.network, scatterer)).toEqual({ region: inspection.region, cell: inspection.cell });
  }
});

it('target-centric modes look into every region at once, the others with all access points at one place', () => {
  for (const { association, regions, setUp } of curves) {
    const { deployment, looks } = setUp;
    for (const { onAir, cells } of looks) {
      const { inspections } = onAir(0).plan;
      if (association === 'UTC' || association === 'TC') {
        expect(inspections.map(({ region }) => region)).toEqual(deployment.regions.map(({ id }) => id));
        expect(inspections.map(({ index }) => index)).toEqual(inspections.map((_, i) => i));
        for (const cell of cells) expect(inspections).toContain(cell.inspection);
      } else {
        expect(inspections).toEqual([cells[0].inspection]);
        expect(inspections[0].receive).toEqual(deployment.receiveAccessPoints);
        expect(inspections[0].transmit).toEqual(deployment.transmitAccessPoints);
      }
    }
    if (association === 'UTC' && regions === 9) expect(looks).toHaveLength(1);
    if (association === 'UC') expect(looks).toHaveLength(9);
  }
});

it('S is the number of receivers with one a region; UTC has 8 or 9 at every S as well', () => {
  const receivers = curves.map(({ association, regions, receivePerRegion, setUp }) => {
    const { receiveAccessPoints } = setUp.deployment;
    expect(receiveAccessPoints).toHaveLength(regions * receivePerRegion);
    for (const { cells } of setUp.looks)
      for (const { inspection } of cells)
        if (association === 'UTC') expect(inspection.receive).toHaveLength(receivePerRegion);
    return [association, regions, receiveAccessPoints.length].join(' ');
  });
  expect(receivers.slice(-2)).toEqual(['UTC 1 8', 'UTC 4 8']);
  expect(new Set(receivers).size).toBe(curves.length);
});

it('the baseline’s curve is that of the other figures, to the bit', () => {
  const context = { unit: 4, seed: 1, version: 'test', signal: new AbortController().signal, progress() {} };
  const setUp = lookAtPlaces(baseline, 4, 1, places);
  expect(scnrOfLooks(baseline, setUp, setUp.looks, 2, () => {})).toEqual(scnrUnit(baseline, 2, context));
});
