import type { ConicProgram } from './conic-program.ts';
import type { ConicSolution, ConicSolver, ConicState } from './conic-solver.ts';

/** How close and how long. */
export interface SearchSettings {
  /** The bisection ends when its bracket is this narrow, relative to the SINR: ε₁ of Algorithm 1. So near is a raised floor to the largest, too. */
  readonly gapTolerance: number;
  /** Tolerance of the cone solver, in units in which everything is of order 1. */
  readonly solverTolerance: number;
  /** Iterations of the cone solver in one call. */
  readonly solverIterations: number;
  /** Iterations of the cone solver in one search, after which its best point so far is the answer; the linear programs of `attainableSir` not counted. */
  readonly totalIterations: number;
  /** Steps of successive approximation at one γ. */
  readonly approximations: number;
}

export const defaultSettings: SearchSettings = {
  gapTolerance: 1e-4,
  solverTolerance: 1e-6,
  solverIterations: 20_000,
  totalIterations: 2_000_000,
  approximations: 40,
};

/** What was done, counted: compute code has no clock. */
export interface SearchTally {
  bisections: number;
  /** Steps of successive approximation; with nothing to approximate, one per trial. */
  approximations: number;
  solverCalls: number;
  solverIterations: number;
  /** Calls that ran out of iterations or failed. */
  inexactCalls: number;
}

export function newTally(): SearchTally {
  return { bisections: 0, approximations: 0, solverCalls: 0, solverIterations: 0, inexactCalls: 0 };
}

/** Whether the search has used up its iterations. */
export function exhausted(settings: SearchSettings, tally: SearchTally): boolean {
  return tally.solverIterations >= settings.totalIterations;
}

export function solveCounted(
  solver: ConicSolver,
  program: ConicProgram,
  settings: SearchSettings,
  tally: SearchTally,
  start?: ConicState,
): ConicSolution {
  const { solverTolerance: tolerance, solverIterations } = settings;
  const left = settings.totalIterations - tally.solverIterations;
  const maxIterations = Math.max(1, Math.min(solverIterations, left));
  const solution = solver.solve(program, { tolerance, maxIterations }, start);
  tally.solverCalls++;
  tally.solverIterations += solution.iterations;
  if (solution.status !== 'solved') tally.inexactCalls++;
  return solution;
}
