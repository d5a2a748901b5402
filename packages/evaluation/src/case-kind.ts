import type { Problems } from './problems.ts';
import type { Fields } from './read-values.ts';

/** One kind of case: what it takes, and the computation, done by the very functions the network uses. */
export interface CaseKind {
  readonly required: readonly string[];
  readonly optional?: readonly string[];
  /** Reads and computes. Reports what is wrong to `problems` and then returns null. */
  evaluate(fields: Fields, problems: Problems): Readonly<Record<string, unknown>> | null;
}
