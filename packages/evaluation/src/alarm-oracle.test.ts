import { cellExtent, deployNetwork, planSlot } from '@vedetta/deployment';
import { createReceiverBank, fuse } from '@vedetta/detection';
import { asForwarded } from '@vedetta/fronthaul';
import { type Point, parseNetwork, presetScenario, type Scenario } from '@vedetta/scenario';
import { createAir, targetsAt } from '@vedetta/world';
import { describe, expect, it } from 'vitest';
import { createAlarmOracle, inspectionAlarmProbability, resolvedScenario, targetInCell } from './index.ts';
import { slotOnAir } from './slot-on-air.ts';

const small = presetScenario('small');

function variant(name: string, sensing: object, world: object = {}, propagation: object = {}): [string, Scenario] {
  const { network: base } = small;
  const network = {
    ...base,
    sensing: { ...base.sensing, ...sensing },
    propagation: { ...base.propagation, ...propagation },
  };
  return [name, { ...small, network, world: { ...small.world, ...world } }];
}

/** Receivers forward their samples, rounded to so many bits. */
function rounding(mantissaBits: number, [name, scenario]: [string, Scenario]): [string, Scenario] {
  const fronthaul = { ...scenario.network.fronthaul, split: 'raw' as const, sampleFormat: { mantissaBits } };
  return [`${name}, ${mantissaBits} bits`, { ...scenario, network: { ...scenario.network, fronthaul } }];
}

/** Two targets are followed, in directions that err; only the first one is there. */
function following(name: string, sensing: object): [string, Scenario] {
  const estimates = { targetEstimatesMetres: [[50, 60, 40] as const, [150, 90, 60] as const], angleErrorDeg: 2 };
  const targets = [{ positionMetres: [50, 60, 40], velocityMetresPerSecond: [0, 0, 0] }];
  return variant(name, { phase: 'tracking', receivePerRegion: 1, ...estimates, ...sensing }, { targets });
}

/** Runs the network's receivers beside the oracle, dropping some reports: Σ(alarm − p) / √Σ p(1 − p). */
function score(scenario: Scenario, slots: number, seed: number): { z: number; spread: number; mean: number } {
  const deployment = deployNetwork(scenario.network);
  const air = createAir(deployment, scenario.world, seed);
  const bank = createReceiverBank(deployment);
  const oracle = createAlarmOracle(deployment, scenario.world, seed);
  let excess = 0;
  let variance = 0;
  let total = 0;
  let count = 0;
  for (let slot = 0; slot < slots; slot++) {
    const plan = planSlot(deployment, slot);
    const ids = deployment.transmitAccessPoints.filter((_, i) => slot % 3 !== 1 || i !== slot % 4);
    const onAir = slotOnAir(deployment, plan, ids);
    const blocks = air.transmitBlocks(onAir);
    bank.beginSlot(plan, blocks, { power: onAir.power, symbols: air.userSymbols(onAir) });
    for (const inspection of plan.inspections) {
      const reportsUsed = inspection.receive.filter((_, i) => i !== slot % 5);
      const reports = reportsUsed.map((accessPoint) => {
        const samples = asForwarded(air.receive(onAir, blocks, accessPoint), scenario.network.fronthaul);
        return { accessPoint, ...bank.localStatistic(inspection, { accessPoint, slot, ...samples }) };
      });
      const fusion = fuse(reports, 0.05);
      const p = oracle.inspectionAlarmProbability(plan, ids, { inspection, reportsUsed, threshold: fusion.threshold });
      if (fusion.outcome === 'unobserved') {
        expect(p).toBeNull();
        continue;
      }
      const probability = p ?? Number.NaN;
      excess += (fusion.outcome === 'targetPresent' ? 1 : 0) - probability;
      variance += probability * (1 - probability);
      total += probability;
      count++;
    }
  }
  return { z: excess / Math.sqrt(variance), spread: variance, mean: total / count };
}

describe('alarms happen with the probability the oracle states', () => {
  it.each([
    variant('as configured, targets echoing into every inspection', {}),
    variant('two receive APs a region, reports dropped', { receivePerRegion: 2, transmitPerRegion: 2 }),
    variant(
      'a detector that ignores weak clutter',
      { detector: 'clutter-unaware' },
      { targets: [] },
      { clutterScale: 1e-7 },
    ),
    variant('echoes of the two nearest transmit APs alone', { echoSet: { nearest: 2 } }),
    variant('clutter of far APs between nodes of arrival', {
      echoSet: { nearest: 1 },
      clutterSet: { azimuthNodes: 8, withinMetres: null },
    }),
    variant(
      'the rest of the clutter taken for white noise',
      { echoSet: { nearest: 1 }, clutterSet: { whiteRest: 1 } },
      { targets: [] },
    ),
    variant('weak targets echoing only where inspected', {}, { otherEchoes: 'inspected', rcsVarianceDbsm: -5 }),
    following('targets that are followed beside each other', { detector: 'joint-glrt' }),
    following('followed targets, each tested alone, in turn', { association: 'UC', detector: 'glrt' }),
    rounding(6, variant('samples forwarded rounded, targets echoing', { receivePerRegion: 2, transmitPerRegion: 2 })),
    rounding(8, variant('samples forwarded rounded, an empty sky', {}, { targets: [] })),
    rounding(6, following('followed beside each other, samples forwarded rounded', { detector: 'joint-glrt' })),
  ])('%s: Σ(alarm − p)/√Σ p(1 − p) stays within ±4', (_, scenario) => {
    const { z, spread } = score(scenario, 800, 11);
    expect(spread).toBeGreaterThan(2);
    expect(Math.abs(z)).toBeLessThan(4);
  });

  it('also where the clutter of all but the echo set is known by long-term statistics alone', () => {
    const [, scenario] = variant(
      'clutter of all but the echo set by long-term statistics',
      { echoSet: { nearest: 1 }, clutterSet: { strongest: 0 }, cellSizeMetres: [100, 100, 40] },
      { targets: [] },
    );
    const { z, spread } = score(scenario, 160, 11);
    expect(spread).toBeGreaterThan(2);
    expect(Math.abs(z)).toBeLessThan(4);
  });

  it.each([
    variant('as received', {}, { targets: [] }),
    rounding(6, variant('forwarded', {}, { targets: [] })),
  ])('without targets the probability is the false-alarm probability itself: samples %s', (_, scenario) => {
    const deployment = deployNetwork(scenario.network);
    const plan = planSlot(deployment, 5);
    for (const inspection of plan.inspections) {
      const p = inspectionAlarmProbability(deployment, scenario.world, 3, plan, deployment.transmitAccessPoints, {
        inspection,
        reportsUsed: inspection.receive,
        falseAlarmProbability: 0.01,
      });
      expect(Math.abs((p ?? 0) - 0.01)).toBeLessThan(1e-9);
    }
  });
});

describe('truth beside a decision', () => {
  it('a target counts for an estimate while it is within half a cell of it on every axis', () => {
    const deployment = deployNetwork(small.network);
    const [dx, , dz] = cellExtent(small.network);
    const estimate: Point = [100, 60, 50];
    const isThere = (x: number, z: number) => {
      const targets = [{ positionMetres: [x, 60, z] as const, velocityMetresPerSecond: [0, 0, 0] as const }];
      return targetInCell(deployment, { ...small.world, targets }, 4, {
        phase: 'tracking',
        region: 0,
        cell: 0,
        position: estimate,
      });
    };
    expect(isThere(100, 50)).toBe(true);
    expect([isThere(100 - dx / 2, 50), isThere(100 + dx / 2, 50)]).toEqual([true, false]);
    expect([isThere(100 - 0.51 * dx, 50), isThere(100 + 0.49 * dx, 50)]).toEqual([false, true]);
    expect([isThere(100, 50 + 0.49 * dz), isThere(100, 50 + 0.51 * dz)]).toEqual([true, false]);
  });

  it('a network that follows targets has no regions: the size of a cell around an estimate is the one it states', () => {
    const cellSizeMetres = [30, 20, 10] as const;
    const following = { phase: 'tracking', receivePerRegion: 1, targetEstimatesMetres: [[100, 60, 50]] } as const;
    const sensing = { ...small.network.sensing, ...following, regions: 5, guardDistanceMetres: 9999, cellSizeMetres };
    const network = parseNetwork({ ...small.network, sensing });
    const deployment = deployNetwork(network);
    const [inspection] = planSlot(deployment, 4).inspections;
    const isThere = (positionMetres: Point) => {
      const world = { ...small.world, targets: [{ positionMetres, velocityMetresPerSecond: [0, 0, 0] as const }] };
      return targetInCell(deployment, world, 4, inspection);
    };
    expect([isThere([114, 69, 54]), isThere([116, 60, 50])]).toEqual([true, false]);
    expect([isThere([100, 71, 50]), isThere([100, 60, 56])]).toEqual([false, false]);
    expect(resolvedScenario({ ...small, network }).cellExtentMetres).toEqual(cellSizeMetres);
    const leftOut = parseNetwork({ sensing: { ...following, regions: 4 } });
    expect(leftOut.sensing.cellSizeMetres).toEqual(cellExtent(parseNetwork({ sensing: { regions: 4 } })));
  });

  it('a target counts for the cell it stands in and for no other', () => {
    const deployment = deployNetwork(small.network);
    const [target] = targetsAt(small.world, small.network, 0);
    let hits = 0;
    for (const region of deployment.regions)
      for (let cell = 0; cell < region.cellCount; cell++) {
        if (
          !targetInCell(deployment, { ...small.world, targets: small.world.targets.slice(0, 1) }, 0, {
            phase: 'detection',
            region: region.id,
            cell,
            position: region.cellPosition(cell),
          })
        )
          continue;
        hits++;
        const centre = region.cellPosition(cell);
        expect(Math.abs(centre[0] - target.position[0])).toBeLessThanOrEqual(small.network.sensing.cellSizeMetres[0]);
      }
    expect(hits).toBe(1);
  });
});
