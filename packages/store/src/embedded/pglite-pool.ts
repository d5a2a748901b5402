import { EventEmitter } from 'node:events';
import type { PGlite, Results, Transaction } from '@electric-sql/pglite';
import type { PgNotification, PgPool, PgPoolClient, PgQueryResult } from 'bullmq';

/**
 * One PGlite session in the shape of a `pg.Pool`, as far as BullMQ's PostgreSQL backend uses one. `end` does not close
 * the database: it has another owner.
 *
 * A client that says BEGIN holds back every other statement until its COMMIT or ROLLBACK. Notifications reach every
 * client, whoever said LISTEN, since there is one session: listeners look at the channel.
 */
export function createPglitePool(database: PGlite): PgPool {
  const pool = new EventEmitter() as EventEmitter & PgPool & { options: object };
  pool.setMaxListeners(0);
  // Tells BullMQ that a connection cannot vanish silently, so that idle workers need not look every ten seconds.
  pool.options = { keepAlive: true };
  pool.query = (text, params) => runStatement(database, text, params);
  pool.connect = async () => createClient(database);
  pool.end = async () => {};
  return pool;
}

function createClient(database: PGlite): PgPoolClient {
  const client = new EventEmitter() as EventEmitter & PgPoolClient;
  client.setMaxListeners(0);
  const stop = database.onNotification((channel, payload) => {
    client.emit('notification', { channel, payload } satisfies PgNotification);
  });
  let open: OpenTransaction | null = null;
  client.query = async (text, params) => {
    const verb = firstWord(text);
    if (verb === 'BEGIN' && open === null) {
      open = await beginTransaction(database);
      return { rows: [], rowCount: null };
    }
    if (open !== null && (verb === 'COMMIT' || verb === 'ROLLBACK')) {
      const ending = open;
      open = null;
      await ending.end(verb === 'COMMIT');
      return { rows: [], rowCount: null };
    }
    return runStatement(open?.transaction ?? database, text, params);
  };
  client.release = () => {
    stop();
    client.removeAllListeners();
    void open?.end(false);
    open = null;
  };
  return client;
}

interface OpenTransaction {
  readonly transaction: Transaction;
  end(commit: boolean): Promise<void>;
}

async function beginTransaction(database: PGlite): Promise<OpenTransaction> {
  const begun = Promise.withResolvers<Transaction>();
  const ended = Promise.withResolvers<boolean>();
  const finished = database.transaction(async (transaction) => {
    begun.resolve(transaction);
    if (!(await ended.promise)) await transaction.rollback();
  });
  finished.catch(begun.reject);
  const transaction = await begun.promise;
  return {
    transaction,
    async end(commit) {
      ended.resolve(commit);
      await finished;
    },
  };
}

/** Without parameters there may be several statements in one text; like `pg`, the last one's result counts. */
async function runStatement<R>(
  session: Pick<PGlite, 'query' | 'exec'>,
  text: string,
  params?: readonly unknown[],
): Promise<PgQueryResult<R>> {
  const result =
    params === undefined || params.length === 0
      ? (await session.exec(text)).at(-1)
      : await session.query<R>(text, [...params]);
  return { rows: (result?.rows ?? []) as R[], rowCount: rowCountOf(result) };
}

function rowCountOf(result: Pick<Results, 'rowCount' | 'affectedRows'> | undefined): number | null {
  return result?.rowCount ?? result?.affectedRows ?? null;
}

/** Of a statement, behind the comments that its file begins with. */
function firstWord(text: string): string {
  const bare = text.replace(/^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/, '');
  return /^[A-Za-z]+/.exec(bare)?.[0].toUpperCase() ?? '';
}
