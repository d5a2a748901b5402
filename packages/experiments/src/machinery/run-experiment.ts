import { availableParallelism } from 'node:os';
import type { Computed } from './compute-unit.ts';
import type { Crew } from './crew.ts';
import { secondsLeft } from './estimate.ts';
import type { Experiment, Size } from './experiment.ts';
import { openJournal } from './journal.ts';
import { runPool } from './pool.ts';
import type { Progress } from './progress.ts';
import { type ExperimentResult, makeResult } from './result.ts';
import { listUnits, mergeRows, type Unit } from './units.ts';
import { localCrew } from './worker-process.ts';
import { writeResult } from './write-result.ts';

export interface RunExperimentOptions {
  readonly experiment: Experiment;
  /** URL of the module whose `experiments` has it: where worker processes find it. */
  readonly registry: string;
  readonly size: Size;
  readonly seed: number;
  readonly version: string;
  /** undefined: one for each core. Networks run one at a time whatever is asked. */
  readonly workers: number | undefined;
  /** URL of a Redis server from which `vedetta worker` takes the units; absent: they are computed here. */
  readonly queue?: string;
  readonly folder: string;
  /** Forget what an earlier start has finished. */
  readonly startNew: boolean;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

export type ExperimentOutcome =
  | { readonly stopped: false; readonly result: ExperimentResult; readonly files: readonly string[] }
  /** Ctrl-C; what was finished is kept. */
  | { readonly stopped: true; readonly done: number; readonly total: number };

/** A network takes this long to close at most: its parts have their own limits. */
const networkGraceMs = 20_000;

/**
 * Computes what is not yet in the folder, and writes the result. The same numbers for any number of workers and of interruptions: a unit is
 * a function of its point, its number and the seed, and rows are put together in the order of the units.
 */
export async function runExperiment(options: RunExperimentOptions): Promise<ExperimentOutcome> {
  const { experiment, size, seed, version, folder, progress, signal } = options;
  const isNetwork = experiment.kind === 'network';
  const points = experiment.points(size);
  const units = listUnits(experiment, points, { seed, version });
  const journal = await openJournal(folder, options.startNew);
  const left = units.filter(({ key }) => !journal.finished.has(key));
  const underWay = new Map<string, { point: string; share: number; since: number }>();
  const show = () => {
    const now = performance.now();
    const shares = new Map(
      [...underWay].map(([key, { share, since }]) => [key, { share, seconds: (now - since) / 1000 }]),
    );
    const took = new Map([...journal.finished].map(([key, { seconds }]) => [key, seconds]));
    progress.at({
      done: units.filter(({ key }) => journal.finished.has(key)).length,
      total: units.length,
      points: [...underWay.values()].map(({ point }) => point),
      workers: options.queue === undefined ? undefined : crew.size(),
      secondsLeft: crew.size() === 0 ? null : secondsLeft(units, took, shares, crew.size()),
    });
  };
  const onProgress = ({ key, point }: Unit, share: number) => {
    const known = underWay.get(key);
    underWay.set(key, { point: points[point].name, share, since: known?.since ?? performance.now() });
    show();
  };
  const onFinished = async ({ key, point, unit }: Unit, { rows, seconds }: Computed) => {
    underWay.delete(key);
    await journal.add({ key, point: points[point].name, unit, seconds: Number(seconds.toFixed(3)), rows });
    show();
  };
  const crew = await assemble(
    options,
    left.length,
    (unit) => `${points[unit.point].name}, unit ${unit.unit}`,
    () => show(),
  );
  show();
  try {
    await runPool({
      units: left,
      crew,
      fresh: isNetwork,
      graceMs: isNetwork ? networkGraceMs : 0,
      signal,
      onProgress,
      onFinished,
    });
  } finally {
    await crew.close();
    progress.close();
  }
  const done = units.filter(({ key }) => journal.finished.has(key)).length;
  if (done < units.length) return { stopped: true, done, total: units.length };
  const rowsOf = new Map([...journal.finished].map(([key, { rows }]) => [key, rows]));
  const rows = mergeRows(experiment, points, units, rowsOf);
  const result = makeResult(experiment, size, points, rows, { seed, version });
  return { stopped: false, result, files: await writeResult(experiment, result, folder) };
}

async function assemble(
  options: RunExperimentOptions,
  left: number,
  nameOf: (unit: Unit) => string,
  onLook: () => void,
): Promise<Crew> {
  const { experiment, registry, size, seed, version, queue, startNew, progress } = options;
  const isNetwork = experiment.kind === 'network';
  const input = { experiment: experiment.name, size, seed, version };
  if (queue === undefined || left === 0)
    return localCrew({ ...input, registry }, isNetwork ? 1 : (options.workers ?? availableParallelism()));
  // Only here: whoever computes alone does without a queue's modules.
  const { openQueueCrew } = await import('../queue/queue-crew.ts');
  return openQueueCrew({ url: queue, input, nameOf, startNew, say: progress.say, onLook });
}
