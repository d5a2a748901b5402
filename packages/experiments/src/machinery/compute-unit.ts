import type { Experiment, Point, Row, UnitContext } from './experiment.ts';
import { checkedRows } from './units.ts';

/** What became of a unit. */
export interface Computed {
  readonly rows: readonly Row[];
  /** Wall time it took where it was computed. */
  readonly seconds: number;
}

export async function computeUnit(experiment: Experiment, point: Point, context: UnitContext): Promise<Computed> {
  const startedAt = performance.now();
  const rows = checkedRows(experiment, await experiment.compute(point, context));
  return { rows, seconds: (performance.now() - startedAt) / 1000 };
}
