import { deployTracking, planTracking } from '@vedetta/deployment';
import {
  type ConicSolver,
  loadConicSolver,
  type MaxMinProblem,
  type MaxMinSolution,
  maxMinPower,
  type SearchSettings,
  sensingPriorityPower,
  withFloor,
} from '@vedetta/power';
import { networkProblem } from '@vedetta/power-plan';
import { parseNetwork } from '@vedetta/scenario';
import { angleErrorDeviation } from '@vedetta/signal';

export interface PowerSize {
  readonly users: number;
  /** That transmit; one more for each target receives. */
  readonly accessPoints: number;
  readonly targets: number;
}

/** One search. */
export interface PowerRow {
  readonly design: string;
  readonly layoutSeed: number;
  /** CPU time, of one core. */
  readonly seconds: number;
  readonly solverCalls: number;
  readonly iterations: number;
  /** Linear. */
  readonly minSinr: number;
  readonly minSir: number;
  /** Largest relative violation of a constraint by the solver's point before it was repaired; after that none is violated. */
  readonly feasibilityGap: number;
  /** Of what the design maximises: how far above it lies what the search gave up, which proves nothing, and what is proved to be out of reach. */
  readonly gap: number;
  readonly provedGap: number | null;
}

export interface PowerBench extends PowerSize {
  readonly rows: readonly PowerRow[];
  readonly largestSeconds: number;
}

/** Of the largest floor on the SIR that there is. */
const floorShare = 0.9;
/** Of the largest SINR that all UEs can have. */
const sinrShare = 0.5;
/** As figure 9 has them. */
const sensingSettings: Partial<SearchSettings> = { gapTolerance: 1e-2, totalIterations: 100_000 };
const sinrKeptSettings: Partial<SearchSettings> = { gapTolerance: 1e-2, totalIterations: 100_000 };

/** The paper's area. */
const areaSideMetres = 707.107;
const targetHeightMetres = 60;

export const searchesPerLayout = 4;

/**
 * Max-min power control (49) of networks that follow targets: without a floor, and in three designs under one.
 *
 * @param layouts  how many networks, each with other places
 */
export async function benchPower(
  size: PowerSize,
  layouts: number,
  progress: (done: number) => void,
): Promise<PowerBench> {
  const solver = await loadConicSolver();
  const rows: PowerRow[] = [];
  for (let layoutSeed = 1; layoutSeed <= layouts; layoutSeed++)
    for (const row of searchesOf(size, layoutSeed, solver)) {
      rows.push(row);
      progress(rows.length);
      await new Promise(setImmediate);
    }
  return { ...size, rows, largestSeconds: Math.max(...rows.map(({ seconds }) => seconds)) };
}

function* searchesOf(size: PowerSize, layoutSeed: number, solver: ConicSolver): Generator<PowerRow> {
  const problem = problemOf(size, layoutSeed);
  const measure = (design: string, search: (counting: ConicSolver) => Found): PowerRow => {
    let iterations = 0;
    let solverCalls = 0;
    const before = process.cpuUsage();
    const { solution, gap, provedGap } = search({
      solve(...asked) {
        const answer = solver.solve(...asked);
        iterations += answer.iterations;
        solverCalls++;
        return answer;
      },
    });
    const { user, system } = process.cpuUsage(before);
    const { minSinr, sir, report } = solution;
    const seconds = (user + system) / 1e6;
    return {
      design,
      layoutSeed,
      seconds,
      solverCalls,
      iterations,
      minSinr: minSinr ?? Number.NaN,
      minSir: Math.min(...sir),
      feasibilityGap: report.feasibilityGap,
      gap,
      provedGap,
    };
  };

  const free = measure('no floor', (counting) => communicationPriority(problem, counting));
  yield free;
  const tooMuch = maxMinPower(withFloor(problem, 1e9), solver);
  if (tooMuch.outcome !== 'infeasible') throw new Error('a floor of 90 dB is attained');
  const floor = floorShare * tooMuch.attainableSir;
  yield measure('communication p.', (counting) => communicationPriority(withFloor(problem, floor), counting));
  yield measure('sensing p.', (counting) => sensingPriority(problem, counting, 0, sensingSettings));
  const kept = sinrShare * free.minSinr;
  yield measure('sensing p., SINR kept', (counting) => sensingPriority(problem, counting, kept, sinrKeptSettings));
}

interface Found {
  readonly solution: MaxMinSolution;
  readonly gap: number;
  readonly provedGap: number | null;
}

function communicationPriority(problem: MaxMinProblem, solver: ConicSolver): Found {
  const solution = maxMinPower(problem, solver);
  if (solution.outcome === 'infeasible') throw new Error(`a floor below ${solution.attainableSir} is infeasible`);
  const { lower, upper, abandoned, gap } = solution.report;
  return { solution, gap: (abandoned ?? upper) / lower - 1, provedGap: gap };
}

function sensingPriority(
  problem: ReturnType<typeof problemOf>,
  solver: ConicSolver,
  minSinr: number,
  settings: Partial<SearchSettings>,
): Found {
  const found = sensingPriorityPower(problem, solver, minSinr, settings);
  if (found.outcome !== 'raised') throw new Error(`no largest floor: ${found.outcome}`);
  const { solution, sirFloor, abandoned } = found;
  return { solution, gap: abandoned / sirFloor - 1, provedGap: null };
}

/** A network that follows targets on a circle around the centre of its area. */
function problemOf({ users, accessPoints, targets }: PowerSize, layoutSeed: number) {
  const network = parseNetwork({
    layoutSeed,
    areaSideMetres,
    accessPoints: { count: accessPoints + targets },
    users: { count: users },
    sensing: {
      phase: 'tracking',
      receivePerRegion: 1,
      targetEstimatesMetres: Array.from({ length: targets }, (_, l) => onCircle((2 * Math.PI * l) / targets)),
    },
  });
  const deployment = deployTracking(
    network,
    network.sensing.targetEstimatesMetres.map((position) => ({ position })),
  );
  return networkProblem(deployment, planTracking(deployment, 0), angleErrorDeviation).problem;
}

function onCircle(angle: number): number[] {
  const along = (cosine: number) => areaSideMetres * (0.5 + 0.3 * cosine);
  return [along(Math.cos(angle)), along(Math.sin(angle)), targetHeightMetres];
}
