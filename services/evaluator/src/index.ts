export { createEvaluator, type EvaluationRate, type Evaluator, type EvaluatorOptions } from './app.ts';
export { evaluatorSettings } from './config.ts';
export { createEvaluatorEvents, type EvaluatorEvents } from './events.ts';
export { evaluatorService } from './service.ts';
