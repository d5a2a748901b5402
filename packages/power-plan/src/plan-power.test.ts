import {
  type BeamStatistics,
  beamStatistics,
  closedFormSinr,
  detectionSituation,
  scanBeamCovariance,
} from '@vedetta/communication';
import { type Deployment, deployNetwork, slotKinds, withPowerPlan } from '@vedetta/deployment';
import { allocatePower } from '@vedetta/power';
import { parseNetwork } from '@vedetta/scenario';
import { describe, expect, it } from 'vitest';
import { echoEnergies } from './echo-energies.ts';
import { type PowerPlanOutcome, planPower } from './plan-power.ts';

const budget = 0.5;
const deploy = (policy: unknown, sensing: object = {}, power: object = {}): Deployment =>
  deployNetwork(
    parseNetwork({
      areaSideMetres: 400,
      accessPoints: { count: 12, antennaCount: 3, placement: 'grid', powerW: budget },
      users: { count: 6, servingAccessPoints: 3, pilotLength: 4 },
      sensing: { regions: 4, transmitPerRegion: 3, ...sensing },
      power: { policy, ...power },
    }),
  );

async function solved(deployment: Deployment) {
  const outcome = await planPower(deployment);
  if (outcome.outcome !== 'solved') throw new Error(outcome.reason);
  return outcome.plan;
}

const worst = (deployment: Deployment) => {
  const [plan] = slotKinds(deployment);
  const power = allocatePower(deployment, plan, deployment.transmitAccessPoints);
  return Math.min(...closedFormSinr(detectionSituation(deployment, plan, power)).map(({ sinr }) => sinr));
};

describe('powers planned for a network that scans', () => {
  const deployment = deploy({ sirFloorDb: -6 });

  it('give its worst user the SINR (23) that is told, no less than uniform power gives, within every budget', async () => {
    const plan = await solved(deployment);
    const planned = withPowerPlan(deployment, plan);
    expect(plan).toHaveLength(1);
    const [{ smallestSinr, sinrBound, power }] = plan;
    expect(worst(planned) / (smallestSinr as number)).toBeCloseTo(1, 10);
    expect(smallestSinr).toBeLessThanOrEqual(sinrBound as number);
    expect(smallestSinr).toBeGreaterThan(worst(deploy('uniform')));
    for (const { users, beams } of power)
      expect([...users, ...beams].reduce((sum, { power }) => sum + power, 0)).toBeLessThanOrEqual(budget * (1 + 1e-12));
  });

  it('keep the SIR (48) of every region above the floor, each with one target anywhere in it', async () => {
    const [{ sir, power }] = await solved(deployment);
    for (const value of sir) expect(value).toBeGreaterThanOrEqual(10 ** -0.6);
    const [plan] = slotKinds(deployment);
    const { inspections } = plan;
    const nothing = deployment.transmitAccessPoints.map((accessPoint) => ({ accessPoint, users: [], inspections: [] }));
    const downlink = detectionSituation(deployment, plan, nothing);
    const streams = power.flatMap(({ accessPoint, users, beams }, m) => [
      ...users.map(({ user, power }) => {
        const { covariance } = beamStatistics(downlink, user, m) as BeamStatistics;
        return { accessPoint, power, covariance };
      }),
      ...beams.map(({ region, power }) => {
        return { accessPoint, power, covariance: scanBeamCovariance(deployment, accessPoint, region) };
      }),
    ]);
    const sets = inspections.map(({ receive }) => receive);
    const echoes = inspections.map((target) => {
      const energies = echoEnergies(deployment, target, streams, sets);
      return sets.map((_, set) => streams.reduce((sum, { power }, s) => sum + power * energies.get(set, s), 0));
    });
    for (const [l, value] of sir.entries()) {
      const others = echoes.reduce((sum, of, other) => (other === l ? sum : sum + of[l]), 0);
      expect((value as number) / (echoes[l][l] / others)).toBeCloseTo(1, 10);
    }
  });

  it('are the same whoever solves', async () => {
    expect(await solved(deploy({ sirFloorDb: -6 }))).toEqual(await solved(deployment));
  });

  it('have the highest SIR that there is where that is asked for', async () => {
    const highest = await solved(deploy({ sirFloorDb: 'highest' }));
    const attained = 10 * Math.log10(Math.min(...(highest[0].sir as number[])));
    expect((await planPower(deploy({ sirFloorDb: attained - 0.1 }))).outcome).toBe('solved');
    const refused = await planPower(deploy({ sirFloorDb: attained + 0.1 }));
    expect(reasonOf(refused)).toContain(`no powers give every region an SIR of ${attained + 0.1} dB`);
    expect(reasonOf(refused)).toContain(`${(Math.floor(10 * attained) / 10).toFixed(1)} dB can be had`);
  });

  it('have no beams where sensing beams are off, nor where one region is inspected at a time and none is asked for', async () => {
    for (const { power } of await solved(deploy({ sirFloorDb: -20 }, {}, { sensingBeams: false })))
      expect(power.every(({ beams }) => beams.length === 0)).toBe(true);
    const turns = await solved(deploy({ sirFloorDb: 0 }, { association: 'UC' }));
    expect(turns.map(({ regions }) => regions)).toEqual([[0], [1], [2], [3]]);
    for (const { power, sir } of turns) {
      expect(sir).toEqual([null]);
      expect(power.flatMap(({ beams }) => beams).every(({ power }) => power === 0)).toBe(true);
    }
  });

  it('are not solved for under another policy', async () => {
    await expect(planPower(deploy('uniform'))).rejects.toThrow("power.policy: 'uniform' has nothing to be solved for");
  });
});

describe('powers planned for a network that follows targets', () => {
  it('keep the SIR at the estimates, whose beams err', async () => {
    const targetEstimatesMetres = [
      [100, 100, 40],
      [300, 90, 50],
      [180, 320, 30],
    ];
    const sensing = { phase: 'tracking', targetEstimatesMetres, angleErrorDeg: 0.5 };
    const [{ regions, sir }] = await solved(deploy({ sirFloorDb: 3 }, sensing));
    expect(regions).toEqual([0, 1, 2]);
    for (const value of sir) expect(value).toBeGreaterThanOrEqual(10 ** 0.3);
    expect(reasonOf(await planPower(deploy({ sirFloorDb: 90 }, sensing)))).toContain('every target');
  });

  it('count the echoes of targets that a slot does not inspect, as they echo all the same', async () => {
    const targetEstimatesMetres = [
      [100, 100, 40],
      [300, 90, 50],
    ];
    const plan = await solved(
      deploy({ sirFloorDb: 3 }, { phase: 'tracking', targetEstimatesMetres, association: 'UC' }),
    );
    expect(plan.map(({ regions }) => regions)).toEqual([[0], [1]]);
    for (const { sir, power } of plan) {
      expect(sir).toHaveLength(1);
      expect(sir[0]).toBeGreaterThanOrEqual(10 ** 0.3);
      expect(power.flatMap(({ beams }) => beams).length).toBeGreaterThan(0);
    }
  });
});

const reasonOf = (outcome: PowerPlanOutcome) => (outcome.outcome === 'infeasible' ? outcome.reason : '');
