import { expect, it } from 'vitest';
import { makeTrackingSetUp } from '../tracking-set-up.ts';
import { powerChangeOf, type Task, taskScenario } from './tasks.ts';

const exponents = { kappaCommunication: 0.5, kappaSensing: 1 };
const totals = (task: Task) =>
  makeTrackingSetUp(taskScenario('test', task, exponents), 3, 1, powerChangeOf(task)).power.map(
    ({ users, inspections }) =>
      [users, inspections].map((streams) => streams.reduce((sum, one) => sum + one.power, 0)) as [number, number],
  );

it('a task that is left out gives its power to the other, or to nobody', () => {
  const both = totals('isac');
  const [noSensing, noSensingUnspent] = [totals('noSensing'), totals('noSensingUnspent')];
  const [noCommunication, noCommunicationUnspent] = [totals('noCommunication'), totals('noCommunicationUnspent')];
  for (const [m, [users, beams]] of both.entries()) {
    expect(users + beams).toBeCloseTo(users > 0 || beams > 0 ? 2 : 0, 12);
    expect(noSensing[m]).toEqual([expect.closeTo(users > 0 ? 2 : 0, 12), 0]);
    expect(noSensingUnspent[m]).toEqual([users, 0]);
    expect(noCommunication[m]).toEqual([0, expect.closeTo(beams > 0 ? 2 : 0, 12)]);
    expect(noCommunicationUnspent[m]).toEqual([0, beams]);
  }
});
