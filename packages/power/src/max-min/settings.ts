import type { ConicProgram } from './conic-program.ts';
import type { ConicSolution, ConicSolver, ConicState } from './conic-solver.ts';

/** How close and how long. */
export interface SearchSettings {
  /** The bisection ends when its bracket is this narrow, relative to the SINR: ε₁ of Algorithm 1. */
  readonly gapTolerance: number;
  /** Tolerance of the cone solver, in units in which everything is of order 1. */
  readonly solverTolerance: number;
  /** Iterations of the cone solver in one call. */
  readonly solverIterations: number;
  /** Steps of successive approximation at one γ. */
  readonly approximations: number;
}

export const defaultSettings: SearchSettings = {
  gapTolerance: 1e-4,
  solverTolerance: 1e-6,
  solverIterations: 20000,
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

export function solveCounted(
  solver: ConicSolver,
  program: ConicProgram,
  settings: SearchSettings,
  tally: SearchTally,
  start?: ConicState,
): ConicSolution {
  const { solverTolerance: tolerance, solverIterations: maxIterations } = settings;
  const solution = solver.solve(program, { tolerance, maxIterations }, start);
  tally.solverCalls++;
  tally.solverIterations += solution.iterations;
  if (solution.status !== 'solved') tally.inexactCalls++;
  return solution;
}
