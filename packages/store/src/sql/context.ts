import type { StoreDatabase } from './tables.ts';

/** What the functions of the SQL store share. */
export interface StoreContext {
  /** Every change is one statement: on PGlite a statement beside an open transaction would land inside it. */
  readonly db: StoreDatabase;
  /** Of the program; goes into every run. */
  readonly version: string;
  /** Emulated ms between slots; 0 until a scenario is adopted. */
  slotPeriodMs(): Promise<number>;
}

/** Channel that is notified once per commit. */
export const COMMIT_CHANNEL = 'vedetta_commit';
