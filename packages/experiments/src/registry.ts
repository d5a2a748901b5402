import { loss } from './loss/loss.ts';
import { UnknownExperimentError } from './machinery/errors.ts';
import type { Experiment } from './machinery/experiment.ts';
import { quantisation } from './quantisation/quantisation.ts';
import { references } from './references/references.ts';
import { saturation } from './saturation/saturation.ts';
import { scaling } from './scaling/scaling.ts';

/** All experiments; worker processes read them from here. */
export const experiments: readonly Experiment[] = [loss, scaling, quantisation, references, saturation];

/** Where worker processes find them. */
export const registryUrl: string = import.meta.url;

/** @throws {UnknownExperimentError} */
export function findExperiment(name: string): Experiment {
  const found = experiments.find((experiment) => experiment.name === name);
  if (found !== undefined) return found;
  const names = experiments.map((experiment) => experiment.name).join(', ');
  throw new UnknownExperimentError(`there is no experiment '${name}'; there are ${names}`);
}
