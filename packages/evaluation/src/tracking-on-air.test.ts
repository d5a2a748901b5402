import { dbToLinear, degToRad, rcsCovariance } from '@vedetta/channel';
import { deployTracking, planTracking, type TargetEstimate } from '@vedetta/deployment';
import { alarmProbability, createReceiverBank, fuse, type TestedInspection } from '@vedetta/detection';
import { drawKey } from '@vedetta/numerics';
import { type Point, parseNetwork, presetScenario, type World } from '@vedetta/scenario';
import { drawAngleError } from '@vedetta/signal';
import { createAir } from '@vedetta/world';
import { describe, expect, it } from 'vitest';
import { slotOnAir } from './slot-on-air.ts';

const network = parseNetwork({
  areaSideMetres: 300,
  accessPoints: { count: 12, antennaCount: 4 },
  users: { count: 4, pilotLength: 4, servingAccessPoints: 2 },
  block: { coherenceSamples: 16, sensingSamples: 16 },
  sensing: { regions: 1, receivePerRegion: 2, transmitPerRegion: 3 },
});
const positions: readonly Point[] = [
  [70, 80, 40],
  [110, 90, 60],
  [220, 230, 30],
];

/** Receivers of tracking beside the emulated air: targets that are there, and estimates of which some may be of nothing. */
function follow(rcsVarianceDbsm: number, present: readonly number[]) {
  const world: World = {
    ...presetScenario('small').world,
    rcsVarianceDbsm,
    targets: present.map((l) => ({ positionMetres: positions[l], velocityMetresPerSecond: [0, 0, 0] })),
  };
  const deployment = deployTracking(
    network,
    positions.map((position) => ({ position })),
  );
  const air = createAir(deployment, world, 17);
  const bank = createReceiverBank(deployment);
  const key = drawKey(17, 'test/angle-error');

  /** A slot with angle errors of its own. */
  function slotOf(slot: number, deviation: number) {
    const plan = planTracking(deployment, slot);
    const inspections = plan.inspections.map((inspection) =>
      deviation > 0
        ? { ...inspection, angleError: drawAngleError(key, slot, inspection.region, deviation) }
        : inspection,
    );
    const onAir = slotOnAir(deployment, { slot, inspections }, deployment.transmitAccessPoints);
    const blocks = air.transmitBlocks(onAir);
    bank.beginSlot(onAir.plan, blocks);
    const transmit = blocks.map(({ accessPoint }) => deployment.accessPoints[accessPoint].position);
    const echoes = present.map((l) => ({
      position: positions[l],
      rcsCovariance: rcsCovariance(
        positions[l],
        transmit,
        dbToLinear(rcsVarianceDbsm),
        degToRad(world.rcsCorrelationDeg),
      ),
    }));
    return { onAir, blocks, inspections, echoes };
  }
  return { air, bank, slotOf };
}

const beside = (inspection: TestedInspection, all: readonly TargetEstimate[]): TestedInspection => ({
  ...inspection,
  beside: all.filter((_, l) => l !== inspection.region),
});

describe('statistical: measured energies of (45) on air, beams and receivers erring by 0.01 rad', () => {
  it.each([
    'glrt',
    'joint-glrt',
  ])('%s: echoes, and clutter with noise, have the energies that the formulas state, within 4 σ', (detector) => {
    const { air, bank, slotOf } = follow(10, [0, 1, 2]);
    const excess = { echo: 0, disturbance: 0 };
    const variance = { echo: 0, disturbance: 0 };
    for (let slot = 0; slot < 250; slot++) {
      const { onAir, blocks, inspections, echoes } = slotOf(slot, 1e-2);
      for (const inspection of inspections) {
        const tested = detector === 'glrt' ? inspection : beside(inspection, inspections);
        const [accessPoint] = inspection.receive;
        const { echo, clutter, noise } = air.receiveParts(onAir, blocks, accessPoint);
        const disturbed = {
          ...noise,
          re: noise.re.map((x, i) => x + clutter.re[i]),
          im: noise.im.map((x, i) => x + clutter.im[i]),
        };
        const powers = bank.outputPowers(tested, accessPoint, echoes);
        const energyOf = (observation: typeof echo) => bank.localStatistic(tested, { accessPoint, slot, observation });
        const expected = powers.echoes.reduce((sum, power) => sum + power, 0);
        const { statistic, rank } = energyOf(disturbed);
        expect(Math.abs(powers.disturbance / rank - 1)).toBeLessThan(1e-9);
        excess.disturbance += statistic - rank;
        variance.disturbance += rank;
        // Var ‖WᴴDα‖² = tr(Wᴴ(ΣDRDᴴ)W)², the squares of the means with clutter and noise, their 1 each taken off.
        const means = bank.localMeans(tested, accessPoint, echoes);
        excess.echo += energyOf(echo).statistic - expected;
        variance.echo += means.reduce((sum, mean) => sum + (mean - 1) ** 2, 0);
      }
    }
    expect(Math.abs(excess.disturbance)).toBeLessThan(4 * Math.sqrt(variance.disturbance));
    expect(Math.abs(excess.echo)).toBeLessThan(4 * Math.sqrt(variance.echo));
  });
});

describe('statistical: an estimate of nothing beside two targets', () => {
  it.each([
    [40, 0.9],
    [-5, 0.05],
  ])('of %i dBsm: joint-glrt alarms at 10⁻¹ and 10⁻² as promised, glrt as its exact law states, far above, within 4 σ', (rcs, least) => {
    const { air, bank, slotOf } = follow(rcs, [1, 2]);
    const levels = [0.1, 0.01];
    const joint = levels.map(() => 0);
    const plain = levels.map(() => ({ alarms: 0, expected: 0, variance: 0 }));
    const slots = 600;
    for (let slot = 0; slot < slots; slot++) {
      const { onAir, blocks, inspections, echoes } = slotOf(slot, 0);
      const [ghost] = inspections;
      const received = ghost.receive.map((accessPoint) => ({
        accessPoint,
        slot,
        observation: air.receive(onAir, blocks, accessPoint),
      }));
      const reportsOf = (tested: TestedInspection) =>
        received.map((block) => ({ accessPoint: block.accessPoint, ...bank.localStatistic(tested, block) }));
      const [alone, jointly] = [reportsOf(ghost), reportsOf(beside(ghost, inspections))];
      const means = ghost.receive.flatMap((accessPoint) => [...bank.localMeans(ghost, accessPoint, echoes)]);
      levels.forEach((level, i) => {
        if (fuse(jointly, level).outcome === 'targetPresent') joint[i]++;
        const { outcome, threshold } = fuse(alone, level);
        const probability = alarmProbability(means, threshold ?? Number.NaN);
        plain[i].alarms += outcome === 'targetPresent' ? 1 : 0;
        plain[i].expected += probability;
        plain[i].variance += probability * (1 - probability);
      });
    }
    levels.forEach((level, i) => {
      expect(Math.abs(joint[i] - slots * level)).toBeLessThan(4 * Math.sqrt(slots * level * (1 - level)) + 1);
      const { alarms, expected, variance } = plain[i];
      expect(Math.abs(alarms - expected)).toBeLessThan(4 * Math.sqrt(variance) + 1);
      expect(expected / slots).toBeGreaterThan(least);
    });
    console.log(
      rcs,
      joint,
      plain.map(({ alarms, expected }) => [alarms, expected]),
    );
  });
});
