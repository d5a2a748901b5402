import type { Problems } from './problems.ts';
import type { Fields } from './read-values.ts';

type Result = Readonly<Record<string, unknown>> | null;

/** One kind of case: what it takes, and the computation, done by the very functions the network uses. */
export interface CaseKind {
  readonly required: readonly string[];
  readonly optional?: readonly string[];
  /** Reads and computes. Reports what is wrong to `problems` and then returns null. A promise where a solver has to be loaded first. */
  evaluate(fields: Fields, problems: Problems): Result | Promise<Result>;
}
