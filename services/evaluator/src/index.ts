export { createEvaluator, type EvaluationRate, type Evaluator, type EvaluatorOptions } from './app.ts';
