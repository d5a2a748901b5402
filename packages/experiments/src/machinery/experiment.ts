import type { Scenario } from '@vedetta/scenario';
import type { Chart } from '../chart/chart.ts';

export type Value = string | number | boolean | null;
/** Numbers of one line of the CSV; every number finite, `null` where there is none. */
export type Row = Readonly<Record<string, Value>>;
export type Size = 'quick' | 'full';
export const sizes: readonly Size[] = ['quick', 'full'];

/** One setting that an experiment looks at. What a unit computes is a function of its point, its number and the seed. */
export interface Point<P extends Row = Row> {
  /** Unique within the experiment. */
  readonly name: string;
  /** Everything that `compute` needs besides the scenario. */
  readonly parameters: P;
  readonly scenario: Scenario;
  /** Units of work that make up the point, each kept as soon as it is finished; default 1. */
  readonly units?: number;
  /** Cost of a unit beside that of other points' units, for the estimate of what is left; default 1. */
  readonly weight?: number;
}

export interface UnitContext {
  /** 0 ≤ unit < `point.units`. Draws are addressed by name under `seed` and this number, never by order. */
  readonly unit: number;
  readonly seed: number;
  readonly version: string;
  /** Aborts at Ctrl-C; only a unit that holds processes or files has to look. */
  readonly signal: AbortSignal;
  /** Share of the unit that is done, for the estimate of what is left. */
  progress(share: number): void;
}

/** Something the result must show, and whether it does. */
export interface Verdict {
  readonly claim: string;
  readonly holds: boolean;
  /** The numbers it rests on, and where the tolerance comes from. */
  readonly detail: string;
}

/** A question asked of the model: points, what to compute at each, and the charts that show the answer. */
export interface Experiment<P extends Row = Row> {
  /** As it is typed. */
  readonly name: string;
  readonly title: string;
  /** A paragraph for somebody who has to decide whether to run it. */
  readonly summary: string;
  /**
   * `computation`: units fan out over worker processes. `network`: real processes and sockets, one network at a time, each with a
   * control plane of its own, so that times and memory are its own.
   */
  readonly kind: 'computation' | 'network';
  /** Column of the result → what it means, with its unit; also the order of the CSV. */
  readonly columns: Readonly<Record<string, string>>;
  points(size: Size): readonly Point<P>[];
  compute(point: Point<P>, context: UnitContext): Promise<readonly Row[]> | readonly Row[];
  /** Rows of a point from those of its units, in the order of the units; when absent, one after the other. */
  aggregate?(point: Point<P>, units: readonly (readonly Row[])[]): readonly Row[];
  verdicts?(rows: readonly Row[]): readonly Verdict[];
  charts(rows: readonly Row[], size: Size): readonly Chart[];
}
