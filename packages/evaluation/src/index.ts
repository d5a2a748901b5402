export {
  type AlarmOracle,
  createAlarmOracle,
  type DecidedInspection,
  inspectionAlarmProbability,
} from './alarm-oracle.ts';
export type { CaseKind } from './case-kind.ts';
export { type ComplexMatrixJson, type ComplexVectorJson, matrixJson, vectorJson } from './complex-json.ts';
export { EvaluationError, type EvaluationErrorCode } from './errors.ts';
export { type CaseOutcome, caseKinds, evaluateCase } from './evaluate-case.ts';
export { glrtCaseJson } from './glrt-case-json.ts';
export { maxMinProblem } from './max-min-coefficients.ts';
export type { CaseProblem } from './problems.ts';
export { resolvedScenario } from './resolved-scenario.ts';
export { type SlotBookRequest, slotBook } from './slot-book.ts';
export { targetInCell } from './target-in-cell.ts';
