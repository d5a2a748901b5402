import type { JobsOptions } from 'bullmq';
import type { Size } from '../machinery/experiment.ts';
import type { Unit } from '../machinery/units.ts';
import type { Code } from './code.ts';

/** A unit of work as it lies in the queue. */
export interface UnitJob {
  readonly experiment: string;
  readonly size: Size;
  readonly seed: number;
  readonly version: string;
  readonly point: number;
  readonly unit: number;
}

/** Each code has a queue of its own: a worker never sees the units of another. */
export const queueName = (code: Code): string => `vedetta-units-${code.id}`;

/** Whoever wants the same unit wants the same job. BullMQ allows no id that is an integer. */
export const jobId = ({ key }: Pick<Unit, 'key'>): string => `unit-${key}`;

const dayS = 86_400;

/**
 * A process that ends in the middle of a unit gets two more chances, a unit that fails by itself none. A result is removed by whoever
 * asked for it; after a day, when nobody came.
 */
export const jobOptions: JobsOptions = {
  attempts: 3,
  removeOnComplete: { age: dayS },
  removeOnFail: { age: dayS },
  stackTraceLimit: 0,
};

/** How often a unit may lose its worker before it is given up: it may be what kills them. */
export const stallsAllowed = 2;

/** Of the rows of a unit, as JSON. They pass through the memory of the Redis server. */
export const mostResultBytes = 4 * 2 ** 20;

/** Kept by BullMQ with each event, results included; nobody reads them here. */
export const eventsKept = 1;
