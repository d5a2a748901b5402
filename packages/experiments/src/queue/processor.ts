import type { SandboxedJob } from 'bullmq';
import { type Computed, computeUnit } from '../machinery/compute-unit.ts';
import { ExperimentError } from '../machinery/errors.ts';
import type { Experiment, Point } from '../machinery/experiment.ts';
import { codeOf } from './code.ts';
import { mostResultBytes, queueName, type UnitJob } from './unit-job.ts';

const progressEveryMs = 1_000;

export type UnitProcessor = (job: SandboxedJob<UnitJob>, token: string, signal: AbortSignal) => Promise<Computed>;

/** What a sandboxed process does with a unit. It dies with its parent; Ctrl-C is the parent's business. */
export function createProcessor(experiments: readonly Experiment[]): UnitProcessor {
  process.on('disconnect', () => process.exit(1));
  process.removeAllListeners('SIGINT').on('SIGINT', () => {});
  const pointsOf = rememberedPoints();
  let checked = false;
  return async (job, _token, signal) => {
    const { experiment: name, size, seed, version, point, unit } = job.data;
    try {
      if (!checked) assertCodeOf(job.queueQualifiedName, version);
      checked = true;
      const experiment = experiments.find((one) => one.name === name && one.kind === 'computation');
      if (experiment === undefined) throw new ExperimentError(`${name} is nothing that a worker computes`);
      const progress = slowly((share) => void job.updateProgress(share).catch(() => {}));
      const context = { unit, seed, version, signal, progress };
      return bounded(await computeUnit(experiment, pointsOf(experiment, size)[point], context));
    } catch (error) {
      // The same draws would fail the same way elsewhere; by this name BullMQ knows not to try.
      const message = error instanceof Error ? error.message : String(error);
      throw Object.assign(new Error(message), { name: 'UnrecoverableError' });
    }
  };
}

/**
 * A sandboxed process reads the code when it starts, which may be long after its worker did.
 *
 * @throws {ExperimentError} when the code on the disk is not that of the queue.
 */
export function assertCodeOf(queueQualifiedName: string, version: string): void {
  const code = codeOf(version);
  if (!queueQualifiedName.endsWith(queueName(code)))
    throw new ExperimentError(`the code there was changed under the worker and is now ${code.label}: start it anew`);
}

function rememberedPoints(): (experiment: Experiment, size: UnitJob['size']) => readonly Point[] {
  const known = new Map<string, readonly Point[]>();
  return (experiment, size) => {
    const key = `${experiment.name} ${size}`;
    const points = known.get(key) ?? experiment.points(size);
    known.set(key, points);
    return points;
  };
}

/** @throws {ExperimentError} for more than a queue should carry. */
export function bounded(computed: Computed): Computed {
  const bytes = Buffer.byteLength(JSON.stringify(computed.rows));
  if (bytes <= mostResultBytes) return computed;
  const megabytes = (count: number) => `${(count / 2 ** 20).toFixed(1)} MB`;
  throw new ExperimentError(
    `its rows take ${megabytes(bytes)}, and a queue carries ${megabytes(mostResultBytes)}: compute this one without --queue`,
  );
}

function slowly(tell: (share: number) => void): (share: number) => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  return (share) => {
    const now = performance.now();
    if (now - toldAt < progressEveryMs) return;
    toldAt = now;
    tell(share);
  };
}
