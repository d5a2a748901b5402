import { deployNetwork } from '@vedetta/deployment';
import { presetScenario } from '@vedetta/scenario';
import { targetsAt } from '@vedetta/world';
import { describe, expect, it } from 'vitest';
import { EvaluationError, evaluateCase, resolvedScenario, slotBook } from './index.ts';

const scenario = presetScenario('small');
const deployment = deployNetwork(scenario.network);
const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value));

describe('vedetta slot', () => {
  it('evaluate on the printed case returns the printed statistic, rank and threshold', async () => {
    let seen = 0;
    for (const accessPoint of deployment.receiveAccessPoints)
      for (const slot of [0, 7]) {
        const book = throughJson(slotBook(scenario, { slot, accessPoint, seed: 7 }));
        for (const { case: printed, statistic, rank, threshold } of book.inspections) {
          const outcome = await evaluateCase(printed);
          if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
          expect(Math.abs((outcome.result.statistic as number) / statistic - 1)).toBeLessThan(1e-10);
          expect(outcome.result).toMatchObject({ rank, threshold });
          seen++;
        }
      }
    expect(seen).toBeGreaterThan(2);
  });

  it('of rounded samples holds what rounding added: evaluate on the printed case returns the printed statistic', async () => {
    const fronthaul = { ...scenario.network.fronthaul, split: 'raw' as const, sampleFormat: { mantissaBits: 6 } };
    const rounded = { ...scenario, network: { ...scenario.network, fronthaul } };
    for (const accessPoint of deployment.receiveAccessPoints) {
      const book = throughJson(slotBook(rounded, { slot: 3, accessPoint, seed: 7 }));
      const exact = throughJson(slotBook(scenario, { slot: 3, accessPoint, seed: 7 }));
      for (const [i, { case: printed, statistic, rank, caseStatistic }] of book.inspections.entries()) {
        const outcome = await evaluateCase(printed);
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
        expect(Math.abs((outcome.result.statistic as number) / statistic - 1)).toBeLessThan(1e-10);
        expect(outcome.result.rank).toBe(rank);
        expect(caseStatistic).toBe(statistic);
        const before = exact.inspections[i].case.covariance;
        expect(printed.covariance.terms).toHaveLength((before.terms ?? []).length + 1);
        expect(statistic).not.toBe(exact.inspections[i].statistic);
      }
    }
  });

  it.each([
    ['nodes of arrival', { azimuthNodes: 8, withinMetres: null }, 'everyRealisation'],
    ['long-term statistics', { strongest: 0 }, 'longRun'],
    ['white rest', { whiteRest: 0 }, 'none'],
  ] as const)('with %s evaluate returns the statistic the case has before calibration, and the book says what may be claimed', async (_, clutterSet, claim) => {
    const network = {
      ...scenario.network,
      sensing: { ...scenario.network.sensing, echoSet: { nearest: 1 }, clutterSet },
    };
    const [accessPoint] = deployment.receiveAccessPoints;
    const book = throughJson(slotBook({ ...scenario, network }, { slot: 3, accessPoint, seed: 7 }));
    expect(book.falseAlarmClaim).toBe(claim);
    for (const { case: printed, statistic, rank, caseStatistic } of book.inspections) {
      const outcome = await evaluateCase(printed);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
      expect(Math.abs((outcome.result.statistic as number) / caseStatistic - 1)).toBeLessThan(1e-9);
      expect(outcome.result.rank).toBe(rank);
      expect(statistic === caseStatistic).toBe(claim !== 'longRun');
    }
  });

  it('of a followed target holds what the others may echo: evaluate returns the printed statistic as the joint one', async () => {
    const targetEstimatesMetres = [[50, 60, 40] as const, [150, 90, 60] as const];
    const followed = { phase: 'tracking', detector: 'joint-glrt', receivePerRegion: 1, targetEstimatesMetres } as const;
    const network = { ...scenario.network, sensing: { ...scenario.network.sensing, ...followed, angleErrorDeg: 2 } };
    const following = { ...scenario, network };
    const { targets } = throughJson(resolvedScenario(following));
    expect(targets.map(({ estimate }) => estimate)).toEqual(targetEstimatesMetres);
    for (const { id, receive } of targets) {
      const [accessPoint] = receive;
      const { inspections } = throughJson(slotBook(following, { slot: 3, accessPoint, seed: 7 }));
      expect(inspections).toMatchObject([{ phase: 'tracking', region: id, cell: 0 }]);
      const [{ case: printed, statistic, rank, caseStatistic }] = inspections;
      const outcome = await evaluateCase(printed);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
      expect(Math.abs((outcome.result.jointStatistic as number) / statistic - 1)).toBeLessThan(1e-9);
      expect(outcome.result.jointRank).toBe(rank);
      expect(outcome.result.statistic).not.toBe(statistic);
      expect(caseStatistic).toBe(statistic);
    }
  });

  it('the observation is the sum of its echo, clutter and noise, and truth is told only when asked', () => {
    const [accessPoint] = deployment.receiveAccessPoints;
    const open = slotBook(scenario, { slot: 0, accessPoint, seed: 3, truth: true });
    const closed = slotBook(scenario, { slot: 0, accessPoint, seed: 3 });
    expect(closed).not.toHaveProperty('truth');
    const { truth } = open;
    const [first] = open.inspections;
    first?.case.observation.re.forEach((y, i) => {
      const parts = (truth?.echo.re[i] ?? 0) + (truth?.clutter.re[i] ?? 0) + (truth?.noise.re[i] ?? 0);
      expect(y).toBe(parts);
    });
    expect(truth?.targets.map(({ position }) => position)).toEqual(
      targetsAt(scenario.world, scenario.network, 0).map(({ position }) => position),
    );
    expect(closed.inspections).toEqual(open.inspections);
  });

  it('only transmit APs on air appear, each with powers that sum to its budget', () => {
    const [accessPoint] = deployment.receiveAccessPoints;
    const onAir = deployment.transmitAccessPoints.slice(1);
    const book = slotBook(scenario, { slot: 1, accessPoint, seed: 3, onAir: onAir.toReversed() });
    expect(book.onAir).toEqual(onAir);
    for (const { transmit, case: printed } of book.inspections) {
      expect(onAir).toEqual(expect.arrayContaining(transmit.map(({ id }) => id)));
      expect(printed.echo.re[0]).toHaveLength(transmit.length);
      for (const { userPower, sensingPower, beta } of transmit) {
        const total = [...Object.values(userPower), ...Object.values(sensingPower)].reduce((a, b) => a + b, 0);
        expect(total).toBeCloseTo(scenario.network.accessPoints.powerW, 12);
        expect(beta).toBeGreaterThan(0);
      }
    }
  });

  it('an AP that transmits or does not exist is refused by name', () => {
    const [transmitter] = deployment.transmitAccessPoints;
    expect(() => slotBook(scenario, { slot: 0, accessPoint: transmitter, seed: 1 })).toThrow(EvaluationError);
    expect(() => slotBook(scenario, { slot: 0, accessPoint: 99, seed: 1 })).toThrow(/receive access points are/);
    const [accessPoint] = deployment.receiveAccessPoints;
    expect(() => slotBook(scenario, { slot: 0, accessPoint, seed: 1, onAir: [accessPoint] })).toThrow(EvaluationError);
  });
});

describe('vedetta scenario', () => {
  it('prints the resolved network, and the world only with truth', () => {
    const closed = throughJson(resolvedScenario(scenario));
    const open = throughJson(resolvedScenario(scenario, { truth: true }));
    const { accessPoints, users, receiveAccessPoints, transmitAccessPoints } = deployment;
    expect(closed).not.toHaveProperty('world');
    expect(closed.accessPoints).toHaveLength(accessPoints.length);
    expect(closed.userGain).toHaveLength(accessPoints.length);
    expect(closed.userGain[0]).toHaveLength(users.length);
    expect(closed.clutter).toHaveLength(receiveAccessPoints.length * transmitAccessPoints.length);
    expect(closed.network).toEqual(throughJson(scenario.network));
    expect(closed.noiseVariance).toBe(deployment.noiseVariance);
    expect(open.world?.targets).toHaveLength(scenario.world.targets.length);
    for (const { receive, transmit, gain, ricianFactor, power } of closed.clutter) {
      const scatter = ricianFactor === null ? 0 : gain / (1 + ricianFactor);
      expect(power).toBeCloseTo(scenario.network.propagation.clutterScale * scatter, 20);
      expect(closed.accessPoints[receive].role).toBe('receive');
      expect(closed.accessPoints[transmit].role).toBe('transmit');
    }
  });
});
