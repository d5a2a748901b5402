import type { Row } from '../../machinery/experiment.ts';
import type { Metric } from '../metrics.ts';
import { baselineRcsDbsm } from '../variants.ts';
import type { Exponents, Task } from './tasks.ts';

/** The caption gives no tuples; the text speaks of κ from 0 to 1. */
const kappas: readonly number[] = [0, 0.5, 1];
export const exponents: readonly Exponents[] = kappas.flatMap((kappaCommunication) =>
  kappas.map((kappaSensing) => ({ kappaCommunication, kappaSensing })),
);
/** K. */
export const baselineUsers = 16;
/** Both powers uniform, and both proportional: those that are drawn without one of the tasks. */
export const corners: readonly Exponents[] = [
  { kappaCommunication: 0, kappaSensing: 0 },
  { kappaCommunication: 1, kappaSensing: 1 },
];

export const pairName = ({ kappaCommunication, kappaSensing }: Exponents): string =>
  `(${kappaCommunication}, ${kappaSensing})`;

/** Lines of one curve; rates do not know σ_α². */
export const curveOf = (
  rows: readonly Row[],
  metric: Metric,
  task: Task,
  pair: Exponents,
  rcsDbsm: number = baselineRcsDbsm,
  users: number = baselineUsers,
) =>
  rows.filter(
    (row) =>
      row.metric === metric &&
      row.task === task &&
      row.kappaCommunication === pair.kappaCommunication &&
      row.kappaSensing === pair.kappaSensing &&
      row.users === users &&
      (metric === 'rate' || row.rcsDbsm === rcsDbsm),
  );
