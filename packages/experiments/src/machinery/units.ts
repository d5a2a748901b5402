import { createHash } from 'node:crypto';
import { canonicalJson } from '@vedetta/scenario';
import { ExperimentError } from './errors.ts';
import type { Experiment, Point, Row } from './experiment.ts';

/** What is computed, kept and, after an interruption, not computed again. */
export interface Unit {
  /** Hash of everything that its rows hang on. */
  readonly key: string;
  readonly point: number;
  readonly unit: number;
  readonly weight: number;
}

/** All units of the points, in the order in which their rows are put together. */
export function listUnits(
  experiment: Experiment,
  points: readonly Point[],
  { seed, version }: { readonly seed: number; readonly version: string },
): Unit[] {
  const names = new Set<string>();
  return points.flatMap(({ name, parameters, scenario, units = 1, weight = 1 }, point) => {
    if (names.has(name)) throw new ExperimentError(`${experiment.name} has two points named ${name}`);
    names.add(name);
    const fixed = { experiment: experiment.name, parameters, scenario: scenario.hash, seed, version };
    return Array.from({ length: units }, (_, unit) => ({ key: hash({ ...fixed, unit }), point, unit, weight }));
  });
}

function hash(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex').slice(0, 32);
}

/**
 * Rows as they are kept: what went through JSON once and what never did would not be the same, so everything does.
 *
 * @throws {ExperimentError} for what JSON cannot hold.
 */
export function checkedRows(experiment: Experiment, rows: readonly Row[]): Row[] {
  for (const row of rows)
    for (const [column, value] of Object.entries(row))
      if (typeof value === 'number' && !Number.isFinite(value))
        throw new ExperimentError(`${experiment.name}: ${column} is ${value}; a number that is not there is null`);
  return JSON.parse(JSON.stringify(rows));
}

/** Rows of all points in order, given those of every unit. */
export function mergeRows(
  experiment: Experiment,
  points: readonly Point[],
  units: readonly Unit[],
  rowsOf: ReadonlyMap<string, readonly Row[]>,
): Row[] {
  const merged = points.flatMap((point, index) => {
    const own = units.filter((unit) => unit.point === index).map(({ key }) => rowsOf.get(key) ?? []);
    return checkedRows(experiment, experiment.aggregate?.(point, own) ?? own.flat());
  });
  for (const row of merged)
    for (const column of Object.keys(row))
      if (!Object.hasOwn(experiment.columns, column))
        throw new ExperimentError(`${experiment.name}: nobody says what column ${column} is`);
  return merged;
}
