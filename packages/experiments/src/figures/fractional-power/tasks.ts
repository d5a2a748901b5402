import type { Scenario } from '@vedetta/scenario';
import { asAllocated, type PowerChange } from '../look.ts';
import { figureScenario, type Sections, type Variant } from '../variants.ts';

/**
 * Which of both tasks the network has. The paper leaves one out without saying whether the other gets its power: `…Unspent` is the
 * reading in which nobody does.
 */
export type Task = 'isac' | 'noSensing' | 'noSensingUnspent' | 'noCommunication' | 'noCommunicationUnspent';

export const taskNames: Readonly<Record<Task, string>> = {
  isac: 'ISAC',
  noSensing: 'without sensing beams, power to the users',
  noSensingUnspent: 'without sensing beams, power unspent',
  noCommunication: 'without communication, power to the beams',
  noCommunicationUnspent: 'without communication, power unspent',
};

export const tasks = Object.keys(taskNames) as Task[];

const variantOf: Readonly<Record<Task, Variant>> = {
  isac: 'isac',
  noSensing: 'redistribute',
  noSensingUnspent: 'unspent',
  noCommunication: 'isac',
  noCommunicationUnspent: 'isac',
};

/** (κ_c, κ_s). */
export type Exponents = {
  readonly kappaCommunication: number;
  readonly kappaSensing: number;
};

/** Fractional power control with one or both tasks. */
export function taskScenario(name: string, task: Task, exponents: Exponents, changed: Sections = {}): Scenario {
  return figureScenario(name, variantOf[task], {
    ...changed,
    power: { policy: 'fractional', ...exponents },
    ...(task === 'noCommunication' ? { users: { count: 0 } } : {}),
  });
}

const silentUsers: PowerChange = (power) => power.map((entry) => ({ ...entry, users: [] }));

export const powerChangeOf = (task: Task): PowerChange =>
  task === 'noCommunicationUnspent' ? silentUsers : asAllocated;

/** Whether there is anybody who has a rate. */
export const communicates = (task: Task): boolean => task !== 'noCommunication' && task !== 'noCommunicationUnspent';
