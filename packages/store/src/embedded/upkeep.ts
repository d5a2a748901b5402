import type { PGlite } from '@electric-sql/pglite';
import type { StoreLogger } from '../logger.ts';

/**
 * What a PostgreSQL server does in processes of its own, the single session of PGlite has to be told: without
 * checkpoints its log grows for ever (some 50 kB a frame), without vacuum the space of dead rows is never used again.
 */
export interface Upkeep {
  /** Makes the space of pruned rows usable again; costs some tens of ms. */
  afterPrune(): Promise<void>;
  close(): Promise<void>;
}

const CHECKPOINT_INTERVAL_MS = 30_000;
const VACUUM_INTERVAL_MS = 60_000;

/** Rows there come and go, or change, all the time. */
const BUSY_TABLES = [
  'bullmq.job',
  'bullmq.event',
  'bullmq.meta',
  'vedetta.run',
  'vedetta.run_totals',
  'vedetta.planned_frame',
  'vedetta.outbox',
  'vedetta.lease',
  'vedetta.announcement',
].join(', ');
/** Rows there are written once. */
const PRUNED_TABLES = 'vedetta.decision, vedetta.evaluation, vedetta.committed_frame, vedetta.planned_frame';

export async function startUpkeep(database: PGlite, logger: StoreLogger): Promise<Upkeep> {
  const run = async (statement: string) => {
    try {
      if (!database.closed) await database.exec(statement);
    } catch (error) {
      logger.warn({ statement, error: error instanceof Error ? error.message : String(error) }, 'upkeep failed');
    }
  };
  const vacuum = () => run(`VACUUM ${BUSY_TABLES}`);
  await vacuum();
  const timers = [
    setInterval(() => void run('CHECKPOINT'), CHECKPOINT_INTERVAL_MS),
    setInterval(() => void vacuum(), VACUUM_INTERVAL_MS),
  ];
  for (const timer of timers) timer.unref();
  return {
    afterPrune: () => run(`VACUUM ${PRUNED_TABLES}`),
    async close() {
      for (const timer of timers) clearInterval(timer);
      await run('CHECKPOINT');
    },
  };
}
