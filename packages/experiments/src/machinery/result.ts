import { availableParallelism, cpus } from 'node:os';
import type { Network, World } from '@vedetta/scenario';
import type { Experiment, Point, Row, Size, Verdict } from './experiment.ts';

/** The JSON file of an experiment: what was computed, from what, by which version. */
export interface ExperimentResult {
  readonly experiment: string;
  readonly title: string;
  readonly size: Size;
  readonly seed: number;
  readonly version: string;
  /** Where times were measured; null for an experiment that measures none. */
  readonly machine: { readonly node: string; readonly processor: string; readonly cores: number } | null;
  readonly columns: Readonly<Record<string, string>>;
  readonly points: readonly { readonly name: string; readonly parameters: Row; readonly scenarioHash: string }[];
  readonly verdicts: readonly Verdict[];
  readonly rows: readonly Row[];
  /** By hash: everything that a run of the same network needs. */
  readonly scenarios: Readonly<Record<string, { readonly network: Network; readonly world: World }>>;
}

export function makeResult(
  experiment: Experiment,
  size: Size,
  points: readonly Point[],
  rows: readonly Row[],
  { seed, version }: { readonly seed: number; readonly version: string },
): ExperimentResult {
  const { name, title, kind, columns } = experiment;
  const scenarios = points.map(({ scenario: { hash, network, world } }) => [hash, { network, world }] as const);
  const machine = {
    node: process.versions.node,
    processor: cpus()[0]?.model.trim() ?? 'unknown processor',
    cores: availableParallelism(),
  };
  return {
    experiment: name,
    title,
    size,
    seed,
    version,
    machine: kind === 'network' ? machine : null,
    columns,
    points: points.map(({ name, parameters, scenario }) => ({ name, parameters, scenarioHash: scenario.hash })),
    verdicts: experiment.verdicts?.(rows) ?? [],
    rows,
    scenarios: Object.fromEntries(scenarios),
  };
}

/** RFC 4180, columns as the experiment lists them; an absent value is an empty cell. */
export function toCsv(columns: readonly string[], rows: readonly Row[]): string {
  const cell = (value: Row[string] | undefined): string => {
    const text = value === null || value === undefined ? '' : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [columns.map(cell), ...rows.map((row) => columns.map((column) => cell(row[column])))];
  return lines.map((line) => `${line.join(',')}\r\n`).join('');
}
