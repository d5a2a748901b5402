import { experiments as figures } from '../figures/registry.ts';
import { experiments } from '../registry.ts';
import { createProcessor } from './processor.ts';

/** The sandboxed processor of `vedetta worker`: it knows the experiments and figures by their names. */
export default createProcessor([...experiments, ...figures]);
