import { createProcessor } from '../queue/processor.ts';
import { experiments } from './toy-registry.ts';

export default createProcessor(experiments);
