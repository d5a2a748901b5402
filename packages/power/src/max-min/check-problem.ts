import type { AbstractMatrix } from 'ml-matrix';
import { PowerError } from '../errors.ts';
import type { EchoGains, MaxMinProblem, MaxMinUser } from './problem.ts';

/** @throws {PowerError} for the first coefficient that is missing, not finite or negative, a matrix of another size, an AP that does not exist or is named twice */
export function checkProblem(problem: MaxMinProblem): void {
  const { noiseVariance, powerBudget, users, sensing } = problem;
  if (!(noiseVariance > 0 && Number.isFinite(noiseVariance)))
    throw new PowerError('noiseVariance', `${noiseVariance} is not a finite number above 0`);
  for (const [m, budget] of powerBudget.entries()) nonNegative(`powerBudget[${m}]`, budget);
  for (const [k, user] of users.entries()) checkUser(problem, user, `users[${k}]`);
  if (!sensing) return;
  nonNegative('sensing.sirFloor', sensing.sirFloor);
  for (const [b, { accessPoint, interference }] of sensing.beams.entries()) {
    checkAccessPoint(problem, accessPoint, `sensing.beams[${b}].accessPoint`);
    for (const k of users.keys()) nonNegative(`sensing.beams[${b}].interference[${k}]`, interference[k]);
  }
  for (const [l, { own, others }] of sensing.targets.entries()) {
    checkGains(problem, own, `sensing.targets[${l}].own`);
    checkGains(problem, others, `sensing.targets[${l}].others`);
  }
}

function checkUser(problem: MaxMinProblem, user: MaxMinUser, path: string): void {
  const { servingAccessPoints, signal, interference, contamination, fixedInterference } = user;
  for (const [i, m] of servingAccessPoints.entries()) {
    checkAccessPoint(problem, m, `${path}.servingAccessPoints[${i}]`);
    nonNegative(`${path}.signal[${m}]`, signal[m]);
  }
  if (new Set(servingAccessPoints).size < servingAccessPoints.length)
    throw new PowerError(`${path}.servingAccessPoints`, 'names an access point twice');
  nonNegative(`${path}.fixedInterference`, fixedInterference);
  checkSize(problem, interference, `${path}.interference`);
  for (const [j, other] of problem.users.entries())
    for (const m of other.servingAccessPoints) {
      nonNegative(`${path}.interference[${j}][${m}]`, interference.get(j, m));
      const row = contamination[j];
      if (row && !(Number.isFinite(row.re[m]) && Number.isFinite(row.im[m])))
        throw new PowerError(`${path}.contamination[${j}]`, `is not finite at access point ${m}`);
    }
}

/** Gains are multiplied with all powers, those that are 0 too: each must be a number. */
function checkGains(problem: MaxMinProblem, { users, beams }: EchoGains, path: string): void {
  checkSize(problem, users, `${path}.users`);
  for (let k = 0; k < users.rows; k++)
    for (let m = 0; m < users.columns; m++) nonNegative(`${path}.users[${k}][${m}]`, users.get(k, m));
  for (const b of problem.sensing?.beams.keys() ?? []) nonNegative(`${path}.beams[${b}]`, beams[b]);
}

function checkSize({ users, powerBudget }: MaxMinProblem, { rows, columns }: AbstractMatrix, path: string): void {
  if (rows !== users.length || columns !== powerBudget.length)
    throw new PowerError(path, `must be ${users.length} × ${powerBudget.length}, is ${rows} × ${columns}`);
}

function checkAccessPoint({ powerBudget }: MaxMinProblem, m: number, path: string): void {
  if (!Number.isInteger(m) || m < 0 || m >= powerBudget.length)
    throw new PowerError(path, `there is no access point ${m}`);
}

function nonNegative(path: string, value: number | undefined): void {
  if (!(value !== undefined && value >= 0 && value < Number.POSITIVE_INFINITY))
    throw new PowerError(path, `${value} is not a finite number of at least 0`);
}
