import type { Scs, ScsSolution } from 'scs-solver';
import { type ConicProgram, stackRows } from './conic-program.ts';

/** Where a solve ended; hand it to the next one of the same shape and that one starts there. */
export interface ConicState {
  readonly solution: ScsSolution;
}

export interface ConicSolution {
  /** `solved` to the tolerance; `inexact` when the iterations ran out first; `failed` has no usable x. */
  readonly status: 'solved' | 'inexact' | 'failed';
  readonly x: readonly number[];
  /** A multiplier per row, in the order of the program's rows, approximately in the cones, which are their own duals; empty where it failed. */
  readonly dual: readonly number[];
  /** objectiveᵀx, and the bound the dual solution puts on it, both within the tolerance. */
  readonly objective: number;
  readonly bound: number;
  /** Largest violation of a row, absolute. */
  readonly violation: number;
  readonly iterations: number;
  readonly state: ConicState;
}

export interface ConicSettings {
  /** Absolute and relative tolerance of residuals and gap. */
  readonly tolerance: number;
  readonly maxIterations: number;
}

/** A solver of second-order cone programs. */
export interface ConicSolver {
  solve(program: ConicProgram, settings: ConicSettings, start?: ConicState): ConicSolution;
}

/** SCS prints what it cannot do, and standard output belongs to results. */
const silent = () => {};

let loaded: Promise<ConicSolver> | undefined;

/** SCS, a first-order conic solver, compiled to WebAssembly: one instance per process, loaded when first asked for. */
export function loadConicSolver(): Promise<ConicSolver> {
  loaded ??= import('scs-solver').then(async ({ default: createScs }) =>
    solverOf(await createScs({ print: silent, printErr: silent })),
  );
  return loaded;
}

function solverOf(scs: Scs): ConicSolver {
  return {
    solve(program, { tolerance, maxIterations }, start) {
      const { values, rowIndexes, columnStarts, bounds } = stackRows(program);
      const settings = new scs.ScsSettings();
      try {
        scs.setDefaultSettings(settings);
        settings.epsAbs = tolerance;
        settings.epsRel = tolerance;
        settings.maxIters = maxIterations;
        settings.verbose = 0;
        settings.warmStart = start ? 1 : 0;
        const sizes = program.cones.map((rows) => rows.length);
        const data = {
          m: bounds.length,
          n: program.variableCount,
          A_x: values,
          A_i: rowIndexes,
          A_p: columnStarts,
          b: bounds,
          c: program.objective.map((weight) => -weight), // SCS minimises
        };
        const cone = { z: 0, l: program.nonNegative.length, q: sizes, qsize: sizes.length };
        const solution = start ? scs.solve(data, cone, settings, start.solution) : scs.solve(data, cone, settings); // an argument of undefined is read as a solution
        return fromScs(solution);
      } finally {
        settings.delete();
      }
    },
  };
}

function fromScs(solution: ScsSolution): ConicSolution {
  const { x, y, info, statusVal } = solution;
  const usable = (statusVal === 1 || statusVal === 2) && x.every(Number.isFinite);
  return {
    status: !usable ? 'failed' : statusVal === 1 ? 'solved' : 'inexact',
    x,
    dual: usable && y.every(Number.isFinite) ? y : [],
    objective: -info.pobj,
    bound: -info.dobj,
    violation: info.resPri,
    iterations: info.iter,
    state: { solution },
  };
}
