import { UnknownExperimentError } from '../machinery/errors.ts';
import type { Experiment } from '../machinery/experiment.ts';
import { figure2 } from './figure-2/figure-2.ts';
import { figure3 } from './figure-3/figure-3.ts';
import { figure4 } from './figure-4/figure-4.ts';
import { figure5 } from './figure-5/figure-5.ts';
import { figure6 } from './figure-6/figure-6.ts';
import { figure7 } from './figure-7/figure-7.ts';
import { figure8 } from './figure-8/figure-8.ts';
import { figure9 } from './figure-9/figure-9.ts';
import { sensitivity } from './sensitivity/sensitivity.ts';

/** The paper's figures, and what they rest on; worker processes read them from here, under the name a registry has to have. */
export const experiments: readonly Experiment[] = [
  figure2,
  figure3,
  figure4,
  figure5,
  figure6,
  figure7,
  figure8,
  figure9,
  sensitivity,
];

/** Where worker processes find them. */
export const figuresUrl: string = import.meta.url;

/** As it is typed: `2` for `figure-2`. */
export const shortName = ({ name }: Pick<Experiment, 'name'>): string => name.replace(/^figure-/, '');

/** @throws {UnknownExperimentError} */
export function findFigure(name: string): Experiment {
  const found = experiments.find((figure) => name === figure.name || name === shortName(figure));
  if (found !== undefined) return found;
  const names = [...experiments.map(shortName), 'all'].join(', ');
  throw new UnknownExperimentError(`there is no figure '${name}'; there are ${names}`);
}
