import { computeUnit } from './compute-unit.ts';
import type { Experiment } from './experiment.ts';
import type { Answer, Order, WorkerInput } from './messages.ts';

/** A worker process: computes units it is sent, one at a time. Dies with its parent; Ctrl-C is the parent's business. */

const input: WorkerInput = JSON.parse(process.argv[2]);
const { experiments } = (await import(input.registry)) as { experiments: readonly Experiment[] };
const experiment = experiments.find(({ name }) => name === input.experiment);
if (experiment === undefined) throw new Error(`${input.registry} has no experiment ${input.experiment}`);
const points = experiment.points(input.size);
const { seed, version } = input;
const stopping = new AbortController();

const answer = (message: Answer) => process.send?.(message);

process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
process.on('disconnect', () => process.exit(1));
process.on('message', (order: Order) => {
  if (order.kind === 'stop') stopping.abort();
  else void compute(order.point, order.unit);
});

async function compute(index: number, unit: number): Promise<void> {
  const progress = (share: number) => answer({ kind: 'progress', share });
  try {
    const context = { unit, seed, version, signal: stopping.signal, progress };
    answer({ kind: 'computed', computed: await computeUnit(experiment as Experiment, points[index], context) });
  } catch (error) {
    answer({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
