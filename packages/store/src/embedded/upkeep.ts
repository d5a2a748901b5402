import type { PGlite } from '@electric-sql/pglite';
import type { StoreLogger } from '../logger.ts';

/** A PostgreSQL server has processes for checkpoints and vacuum; the single session of PGlite has to do it itself. */
export interface Upkeep {
  close(): Promise<void>;
}

const CHECKPOINT_INTERVAL_MS = 30_000;
const VACUUM_INTERVAL_MS = 60_000;

/** Rows there come and go all the time, and they are few. */
const busyTables = [
  'bullmq.job',
  'bullmq.event',
  'bullmq.meta',
  'vedetta.run',
  'vedetta.run_totals',
  'vedetta.planned_frame',
  'vedetta.committed_frame',
  'vedetta.outbox',
];

export async function startUpkeep(database: PGlite, logger: StoreLogger): Promise<Upkeep> {
  const run = async (statement: string) => {
    try {
      await database.exec(statement);
    } catch (error) {
      logger.warn({ statement, error: error instanceof Error ? error.message : String(error) }, 'upkeep failed');
    }
  };
  const vacuum = async () => {
    for (const table of busyTables) await run(`VACUUM (ANALYZE) ${table}`);
  };
  await vacuum();
  const timers = [
    setInterval(() => void run('CHECKPOINT'), CHECKPOINT_INTERVAL_MS),
    setInterval(() => void vacuum(), VACUUM_INTERVAL_MS),
  ];
  for (const timer of timers) timer.unref();
  return {
    async close() {
      for (const timer of timers) clearInterval(timer);
      await run('CHECKPOINT');
    },
  };
}
