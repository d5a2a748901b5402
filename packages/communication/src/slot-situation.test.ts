import { type AccessPointPower, deployNetwork, deployTracking, planSlot, planTracking } from '@vedetta/deployment';
import { parseNetwork } from '@vedetta/scenario';
import { expect, test } from 'vitest';
import { closedFormSinr } from './closed-form-sinr.ts';
import { scanBeamCovariance, trackBeamCovariance } from './sensing-beam-covariance.ts';
import { allocatedSituation, detectionSituation, trackingSituation } from './slot-situation.ts';

const deployment = deployNetwork(parseNetwork({ sensing: { cellSizeMetres: [30, 30, 20] } }));
const plan = planSlot(deployment, 7);

/** 2 W a transmit AP, shared equally over its UEs and beams. */
const power = deployment.transmitAccessPoints.map((accessPoint): AccessPointPower => {
  const users = deployment.usersOf[accessPoint];
  const beams = plan.inspections.filter(({ transmit }) => transmit.includes(accessPoint));
  const share = 2 / (users.length + beams.length);
  return {
    accessPoint,
    users: users.map((user) => ({ user, power: share })),
    inspections: beams.map(({ index }) => ({ inspection: index, power: share })),
  };
});

test('the allocation of a slot becomes C, η and μ with W of (20), in the order of its APs', () => {
  const situation = detectionSituation(deployment, plan, power);
  const { transmitAccessPoints, users } = deployment;
  expect(situation.correlation).toHaveLength(users.length);
  for (const [m, accessPoint] of transmitAccessPoints.entries()) {
    for (const { id } of users) {
      const c = situation.correlation[id][m];
      const gain = deployment.userGain(accessPoint, id);
      expect((c.re[0] + c.re[5] + c.re[10] + c.re[15]) / (4 * gain)).toBeCloseTo(1, 12);
      expect(situation.power.get(id, m) > 0).toBe(deployment.servedBy[id].includes(accessPoint));
    }
    const eta = situation.power.getColumnVector(m).sum();
    const mu = situation.sensing.filter((beam) => beam.accessPoint === m).reduce((sum, beam) => sum + beam.power, 0);
    expect(eta + mu).toBeCloseTo(2, 12);
  }
  const [first] = situation.sensing;
  const [ap] = transmitAccessPoints.slice(first.accessPoint);
  const { index } = plan.inspections.find(({ transmit }) => transmit.includes(ap)) ?? { index: -1 };
  expect(first.beamCovariance).toBe(scanBeamCovariance(deployment, ap, plan.inspections[index].region));
});

test('every UE of the baseline has a rate, and freeing the air of sensing beams raises it', () => {
  const sensing = closedFormSinr(detectionSituation(deployment, plan, power));
  const quiet = closedFormSinr(
    detectionSituation(
      deployment,
      plan,
      power.map((entry) => ({ ...entry, inspections: [] })),
    ),
  );
  for (const [k, { sinr, sensing: interference }] of sensing.entries()) {
    expect(sinr).toBeGreaterThan(0);
    expect(interference).toBeGreaterThan(0);
    expect(quiet[k].sensing).toBe(0);
    expect(quiet[k].sinr).toBeGreaterThan(sinr);
  }
});

test('for tracking the caller gives W of (21) in place of (20)', () => {
  const angleError = { azimuth: 1e-2, elevation: 1e-2 };
  const tracking = allocatedSituation(deployment, power, (accessPoint, inspection) =>
    trackBeamCovariance(deployment, accessPoint, plan.inspections[inspection].position, angleError),
  );
  const detection = detectionSituation(deployment, plan, power);
  expect(tracking.power).toEqual(detection.power);
  expect(tracking.sensing.map(({ power: mu }) => mu)).toEqual(detection.sensing.map(({ power: mu }) => mu));
  for (const { sinr } of closedFormSinr(tracking)) expect(sinr).toBeGreaterThan(0);
});

test('a network that follows targets has W of (21) around each estimate, the same for every error it makes', () => {
  const network = parseNetwork({});
  const position = [300, 200, 60] as const;
  const situationWith = (azimuth: number, deviation?: number) => {
    const following = deployTracking(network, [{ position, angleError: { azimuth, elevation: 0 } }]);
    const tracked = planTracking(following, 0);
    const beams = following.targets[0].transmit;
    const split = beams.map((accessPoint) => ({ accessPoint, users: [], inspections: [{ inspection: 0, power: 1 }] }));
    return { following, beams, situation: trackingSituation(following, tracked, split, deviation) };
  };
  const { following, beams, situation } = situationWith(0.01);
  const angleError = { azimuth: 1e-2, elevation: 1e-2 };
  expect(situation.sensing.map(({ beamCovariance }) => beamCovariance)).toEqual(
    beams.map((accessPoint) => trackBeamCovariance(following, accessPoint, position, angleError)),
  );
  expect(situationWith(0.3).situation.sensing).toEqual(situation.sensing);
  expect(situationWith(0.01, 0.1).situation.sensing).not.toEqual(situation.sensing);
  const strange = [{ accessPoint: beams[0], users: [], inspections: [{ inspection: 1, power: 1 }] }];
  expect(() => trackingSituation(following, planTracking(following, 0), strange)).toThrow('inspection 1');
});

test('a beam at an inspection that the plan does not have is refused', () => {
  const [entry] = power;
  const strange = [{ ...entry, inspections: [{ inspection: 99, power: 1 }] }];
  expect(() => detectionSituation(deployment, plan, strange)).toThrow('inspection');
});
