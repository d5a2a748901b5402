import { dbToLinear, degToRad, rcsCovariance } from '@vedetta/channel';
import { buildTrackingCase, computeSicnr, designTrackingReceivers, echoMatrix } from '@vedetta/detection';
import { createComplexMatrix } from '@vedetta/numerics';
import { createAir } from '@vedetta/world';
import { expect, it } from 'vitest';
import { DecibelHistogram } from './histogram.ts';
import { sicnrUnits } from './sicnr-unit.ts';
import { makeTrackingSetUp } from './tracking-set-up.ts';
import { figureScenario } from './variants.ts';

const scenario = figureScenario('test', 'isac');
const { network, world } = scenario;
const setUp = makeTrackingSetUp(scenario, 2, 7);
const { deployment, plan, echoes } = setUp;

it('four targets stand anywhere in the area and its heights; their nearest APs listen, and the estimates err in every realisation', () => {
  expect(plan.inspections.map(({ region }) => region)).toEqual([0, 1, 2, 3]);
  for (const [l, { position }] of echoes.entries()) {
    expect(plan.inspections[l].position).toEqual(position);
    expect(plan.inspections[l].receive).toHaveLength(1);
    for (const metres of position.slice(0, 2)) expect(metres).toBeLessThanOrEqual(network.areaSideMetres);
    expect(position[2]).toBeGreaterThanOrEqual(20);
    expect(position[2]).toBeLessThanOrEqual(100);
  }
  const errors = [0, 1].flatMap((slot) => setUp.onAir(slot).plan.inspections.map(({ angleError }) => angleError));
  expect(new Set(errors.map((error) => error?.azimuth)).size).toBe(8);
  expect(setUp.onAir(1)).toEqual(makeTrackingSetUp(scenario, 2, 7).onAir(1));
});

it('the SICNR (45) of a set-up is that of the written-out receivers, at every σ_α²', () => {
  const rcsDbsm = [-10, 10];
  const units = sicnrUnits(world, setUp, { rcsDbsm, realisations: 2 }, () => {});
  const air = createAir(deployment, world, setUp.seed);
  const sums = rcsDbsm.map(() => 0);
  for (const realisation of [0, 1]) {
    const slot = setUp.onAir(realisation);
    const blocks = air.transmitBlocks(slot);
    const places = blocks.map(({ accessPoint }) => deployment.accessPoints[accessPoint].position);
    for (const [l, { receive }] of slot.plan.inspections.entries()) {
      const parts = receive.map((accessPoint) => {
        const observation = createComplexMatrix(200, 1);
        const received = { accessPoint, slot: realisation, observation };
        const knowledge = { accessPoint, deployment, plan: slot.plan, blocks };
        const [{ weights }] = designTrackingReceivers(
          buildTrackingCase(knowledge, slot.plan.inspections, received),
          'glrt',
          [l],
        );
        return {
          weights,
          echo: (position: (typeof places)[0]) => echoMatrix(deployment, accessPoint, position, blocks),
        };
      });
      for (const [i, dbsm] of rcsDbsm.entries()) {
        const scatterer = (position: (typeof places)[0]) =>
          rcsCovariance(position, places, dbToLinear(dbsm), degToRad(world.rcsCorrelationDeg));
        const sicnr = computeSicnr(
          parts.map(({ weights, echo }) => {
            const [own, ...interferers] = [echoes[l], ...echoes.filter((one) => one !== echoes[l])].map(
              ({ position }) => ({ echo: echo(position), rcsCovariance: scatterer(position) }),
            );
            return { weights, ...own, interferers };
          }),
        );
        sums[i] += 10 * Math.log10(sicnr);
      }
    }
  }
  for (const [i, unit] of units.entries()) {
    expect(unit.cells).toBe(8);
    expect(unit.meanDb).toBeCloseTo(sums[i] / 8, 7);
    expect(DecibelHistogram.fromText(unit.histogram).total).toBe(8);
  }
});

it('the SICNR is linear in σ_α² where clutter and noise outweigh all echoes, and saturates where echoes outweigh them', () => {
  const at = (dbsm: number) => sicnrUnits(world, setUp, { rcsDbsm: [dbsm], realisations: 1 }, () => {})[0].meanDb;
  expect(at(90) - at(80)).toBeLessThan(0.05);
  expect(at(-70) - at(-80)).toBeGreaterThan(9.95);
});
