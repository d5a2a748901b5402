import type { SolvedAllocation } from '@vedetta/deployment';
import type { EvaluationRate } from '@vedetta/evaluator';
import type { Scenario } from '@vedetta/scenario';
import type { Logger } from '@vedetta/service-kit';
import type { Pace } from '@vedetta/store';
import type { ApProcessEnd, ApRecord } from './ap-processes.ts';

export interface LocalNetworkOptions {
  readonly scenario: Scenario;
  /** Where the data live; made if it does not exist. */
  readonly folder: string;
  readonly host: string;
  /** REST port; 0: any. */
  readonly port: number;
  readonly apProcesses: number;
  /** undefined: the unfinished run's, else 1. */
  readonly seed: number | undefined;
  /** undefined: the unfinished run's, else until stopped. */
  readonly slots: number | undefined;
  /** undefined: the unfinished run's, else 1. */
  readonly pace: Pace | undefined;
  /** undefined: the unfinished run's, else the scenario's. */
  readonly falseAlarmProbability: number | undefined;
  /** Ends an unfinished run instead of resuming it. */
  readonly startNew: boolean;
  readonly evaluate: EvaluationRate;
  readonly reportJitterMs: number;
  /** Limits beyond which the oldest slots and runs are dropped. */
  readonly keep: { readonly maxSlots: number; readonly maxBytes: number };
  readonly logger: Logger;
  readonly version: string;
  /** How long a run waits for its access points; by default what its pace says. */
  readonly attachWithinMs?: number;
  /** Told when the oldest data were dropped. */
  readonly onPruned?: (dropped: { readonly slots: number; readonly runs: readonly number[] }) => void;
  /** Told when powers have to be solved for, which takes seconds; one problem for each of `kinds` sets of regions or targets. */
  readonly onSolvingPower?: (solved: number, kinds: number) => void;
  /** Told when they are. */
  readonly onPowerSolved?: (plan: readonly SolvedAllocation[], seconds: number) => void;
  /** Told when a run starts without some access points. */
  readonly onMissing?: (accessPoints: readonly number[]) => void;
  /** Told when an AP process ended by itself. */
  readonly onApProcessEnded?: (ended: ApProcessEnd) => void;
  /** Told every log record of the AP processes. */
  readonly onApRecord?: (process: string, record: ApRecord) => void;
}
