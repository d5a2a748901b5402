import type { Computed } from './compute-unit.ts';
import type { Size } from './experiment.ts';

/** What a worker process is told on its command line, as JSON. */
export interface WorkerInput {
  /** URL of the module whose `experiments` has it. */
  readonly registry: string;
  readonly experiment: string;
  readonly size: Size;
  readonly seed: number;
  readonly version: string;
}

/** To a worker. */
export type Order =
  | { readonly kind: 'compute'; readonly point: number; readonly unit: number }
  | { readonly kind: 'stop' };

/** From a worker. */
export type Answer =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'computed'; readonly computed: Computed }
  | { readonly kind: 'failed'; readonly message: string };
