/** One thing wrong with a scenario, and where. */
export interface ScenarioProblem {
  readonly file: string;
  /** 1-based; 0 when the value did not come from a text (`parseNetwork`, `parseWorld`, a file that cannot be read). */
  readonly line: number;
  readonly column: number;
  /** Dotted path of the key, e.g. `network.sensing.regions`; empty for the document as a whole. */
  readonly path: string;
  /** What is wrong and what is allowed. */
  readonly message: string;
}

/** `file:line:column path: message`, leaving out what is not known. */
export function formatProblem(problem: ScenarioProblem): string {
  const place = problem.line > 0 ? `${problem.file}:${problem.line}:${problem.column}` : problem.file;
  return problem.path === '' ? `${place}: ${problem.message}` : `${place} ${problem.path}: ${problem.message}`;
}

/** A scenario that cannot be used; holds every problem found, in the order of the text. */
export class ScenarioError extends Error {
  readonly code = 'SCENARIO_INVALID';
  readonly problems: readonly ScenarioProblem[];

  constructor(problems: readonly ScenarioProblem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'ScenarioError';
    this.problems = problems;
  }
}
