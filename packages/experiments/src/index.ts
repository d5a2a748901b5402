export { experiments as figures, figuresUrl, findFigure, shortName } from './figures/registry.ts';
export { UnknownExperimentError } from './machinery/errors.ts';
export { type Experiment, type Size, sizes } from './machinery/experiment.ts';
export { silentProgress, startProgress } from './machinery/progress.ts';
export type { ExperimentResult } from './machinery/result.ts';
export { type ExperimentOutcome, runExperiment } from './machinery/run-experiment.ts';
export { programProcessor, type QueueWorkerOptions, runQueueWorker } from './queue/queue-worker.ts';
export { experiments, findExperiment, registryUrl } from './registry.ts';
