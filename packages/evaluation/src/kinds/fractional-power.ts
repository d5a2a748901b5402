import { fractionalPower, PowerError } from '@vedetta/power';
import { Matrix } from 'ml-matrix';
import type { CaseKind } from '../case-kind.ts';
import type { Problems } from '../problems.ts';
import { checkArray, checkNumbers, type Fields, readNumber } from '../read-values.ts';

/** Generalised fractional power control (57)–(59). */
export const fractionalPowerKind: CaseKind = {
  required: ['userGain', 'targetGain', 'powerBudget', 'usersOf', 'targetsOf', 'kappaCommunication', 'kappaSensing'],
  evaluate(fields, problems) {
    const powerBudget = Object.hasOwn(fields, 'powerBudget')
      ? checkNumbers(fields.powerBudget, '$.powerBudget', { least: 0 }, problems)
      : null;
    const kappaCommunication = readNumber(fields, '$', 'kappaCommunication', {}, problems);
    const kappaSensing = readNumber(fields, '$', 'kappaSensing', {}, problems);
    const count = powerBudget?.length;
    const userGain = readGains(fields, 'userGain', count, problems);
    const targetGain = readGains(fields, 'targetGain', count, problems);
    const usersOf = readSets(fields, 'usersOf', count, userGain?.[0]?.length, problems);
    const targetsOf = readSets(fields, 'targetsOf', count, targetGain?.[0]?.length, problems);
    if (problems.any || !powerBudget || kappaCommunication === null || kappaSensing === null) return null;
    if (!userGain || !targetGain || !usersOf || !targetsOf) return null;
    try {
      const { userPower, targetPower } = fractionalPower({
        userGain: new Matrix(userGain),
        targetGain: new Matrix(targetGain),
        powerBudget,
        usersOf,
        targetsOf,
        kappaCommunication,
        kappaSensing,
      });
      return { userPower: userPower.to2DArray(), targetPower: targetPower.to2DArray() };
    } catch (error) {
      if (!(error instanceof PowerError)) throw error;
      problems.add(`$.${error.path}`, error.message);
      return null;
    }
  },
};

/** [m][k], rectangular, ≥ 0. */
function readGains(fields: Fields, key: string, count: number | undefined, problems: Problems): number[][] | null {
  if (!Object.hasOwn(fields, key)) return null;
  const rows = checkArray(fields[key], `$.${key}`, problems, count);
  const width = Array.isArray(rows?.[0]) ? rows[0].length : undefined;
  const read = rows?.map((row, m) => checkNumbers(row, `$.${key}[${m}]`, { least: 0 }, problems, width));
  return read?.every((row) => row !== null) ? (read as number[][]) : null;
}

/** [m] → indexes below `width`, each once. */
function readSets(
  fields: Fields,
  key: string,
  count: number | undefined,
  width: number | undefined,
  problems: Problems,
): number[][] | null {
  if (!Object.hasOwn(fields, key)) return null;
  const rows = checkArray(fields[key], `$.${key}`, problems, count);
  const rule = { whole: true, least: 0, ...(width === undefined ? {} : { below: width }) };
  const read = rows?.map((row, m) => {
    const set = checkNumbers(row, `$.${key}[${m}]`, rule, problems);
    if (set && new Set(set).size < set.length) problems.add(`$.${key}[${m}]`, 'names an index twice');
    return set;
  });
  return read?.every((row) => row !== null) ? (read as number[][]) : null;
}
