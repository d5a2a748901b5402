import { type AccessPointPower, deployNetwork, planSlot, withPowerPlan } from '@vedetta/deployment';
import { parseNetwork } from '@vedetta/scenario';
import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { allocatePower } from './allocate-power.ts';
import { fractionalPower } from './fractional-power.ts';

function allocate(power: object, sensing: object = {}) {
  const deployment = deployNetwork(parseNetwork({ power, sensing }));
  const plan = planSlot(deployment, 5);
  return { deployment, plan, allocated: allocatePower(deployment, plan, deployment.transmitAccessPoints) };
}

function sums({ users, inspections }: AccessPointPower): { users: number; inspections: number } {
  const sum = (powers: readonly { power: number }[]) => powers.reduce((total, { power }) => total + power, 0);
  return { users: sum(users), inspections: sum(inspections) };
}

test.each(['uniform', 'fractional'])('%s: every transmit AP spends its budget over its UEs and its beams', (policy) => {
  const { deployment, plan, allocated } = allocate({ policy });
  expect(allocated.map(({ accessPoint }) => accessPoint)).toEqual(deployment.transmitAccessPoints);
  for (const entry of allocated) {
    expect(sums(entry).users + sums(entry).inspections).toBeCloseTo(2, 13);
    expect(entry.users.map(({ user }) => user)).toEqual(deployment.usersOf[entry.accessPoint]);
    const illuminated = plan.inspections.filter(({ transmit }) => transmit.includes(entry.accessPoint));
    expect(entry.inspections.map(({ inspection }) => inspection)).toEqual(illuminated.map(({ index }) => index));
  }
});

test('fractional is (57)–(59) on ρ toward the UEs and λ toward the inspected positions', () => {
  const { deployment, plan, allocated } = allocate({ policy: 'fractional', kappaCommunication: 0.5, kappaSensing: 1 });
  const every = deployment.accessPoints.map(({ id }) => id);
  const { userPower, targetPower } = fractionalPower({
    userGain: new Matrix(every.map((m) => deployment.users.map(({ id }) => deployment.userGain(m, id)))),
    targetGain: new Matrix(every.map((m) => plan.inspections.map((i) => deployment.targetGain(m, i.position)))),
    powerBudget: every.map(() => 2),
    usersOf: deployment.usersOf,
    targetsOf: every.map((m) => plan.inspections.filter((i) => i.transmit.includes(m)).map((i) => i.index)),
    kappaCommunication: 0.5,
    kappaSensing: 1,
  });
  for (const { accessPoint: m, users, inspections } of allocated) {
    for (const { user, power } of users) expect(power).toBe(userPower.get(m, user));
    for (const { inspection, power } of inspections) expect(power).toBe(targetPower.get(m, inspection));
  }
});

test('without beams the UEs either get the freed power or keep the share they had beside the beams', () => {
  const withBeams = allocate({}).allocated;
  const unspent = allocate({ sensingBeams: false, withoutSensing: 'unspent' }).allocated;
  const redistributed = allocate({ sensingBeams: false, withoutSensing: 'redistribute' }).allocated;
  for (const [i, entry] of withBeams.entries()) {
    expect(unspent[i].inspections).toEqual([]);
    expect(unspent[i].users).toEqual(entry.users);
    expect(redistributed[i].inspections).toEqual([]);
    expect(sums(redistributed[i]).users).toBeCloseTo(entry.users.length > 0 ? 2 : 0, 13);
  }
});

test('an AP with nothing to send is silent', () => {
  const deployment = deployNetwork(parseNetwork({ users: { count: 0 } }));
  const plan = { slot: 0, inspections: [] };
  expect(allocatePower(deployment, plan, [deployment.transmitAccessPoints[0]])).toEqual([
    { accessPoint: deployment.transmitAccessPoints[0], users: [], inspections: [] },
  ]);
});

test('an AP needs nothing but itself: its split is the same whoever else is on air, in the order asked', () => {
  const { deployment, plan, allocated } = allocate({ policy: 'fractional' });
  const some = [...deployment.transmitAccessPoints].reverse().slice(1, 4);
  expect(allocatePower(deployment, plan, some)).toEqual(
    some.map((id) => allocated.find(({ accessPoint }) => accessPoint === id)),
  );
});

test.each(['UC', 'CF'])('in %s all transmit APs beam at the one inspected position', (association) => {
  const { allocated } = allocate({}, { association });
  for (const entry of allocated) expect(entry.inspections.map(({ inspection }) => inspection)).toEqual([0]);
});

test('max-min hands out what was solved for those regions, to whoever is on air', () => {
  const policy = { sirFloorDb: 0 };
  const deployment = deployNetwork(parseNetwork({ power: { policy }, sensing: { regions: 4 } }));
  const plan = planSlot(deployment, 5);
  const [first, second] = deployment.transmitAccessPoints;
  expect(() => allocatePower(deployment, plan, [first])).toThrow('no powers were solved for what slot 5 inspects');
  const power = [
    { accessPoint: first, users: [{ user: 3, power: 0.5 }], beams: [{ region: 2, power: 0.25 }] },
    { accessPoint: second, users: [], beams: [] },
  ];
  const solved = withPowerPlan(deployment, [{ regions: [0, 1, 2, 3], power }]);
  const expected = [
    { accessPoint: first, users: [{ user: 3, power: 0.5 }], inspections: [{ inspection: 2, power: 0.25 }] },
    { accessPoint: second, users: [], inspections: [] },
  ];
  expect(allocatePower(solved, plan, [first, second])).toEqual(expected);
  expect(allocatePower(solved, plan, [second])).toEqual(expected.slice(1));
});
