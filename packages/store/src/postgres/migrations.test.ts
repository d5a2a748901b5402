import pg from 'pg';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { expectPreviousRows, PREVIOUS, previousRows } from '../conformance/previous-version.ts';
import { ServerUrlError, StoreFormatError } from '../errors.ts';
import type { Store } from '../interfaces.ts';
import { silentLogger } from '../logger.ts';
import { createDatabase, findPostgres } from '../test-servers/index.ts';
import { withServer } from '../test-servers/suite.ts';
import { migrateServer } from './migrate-server.ts';
import { openStore } from './open-store.ts';

test('what is no address of a PostgreSQL server is refused, without repeating its password', async () => {
  for (const url of ['', 'redis://x', 'postgres:/x', 'mysql://root:secret@x/y']) {
    const error = await openStore(url, { version: '0.1.0' }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ServerUrlError);
    expect((error as Error).message).not.toContain('secret');
  }
});

withServer('migrations on PostgreSQL', await findPostgres(), (server) => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  const opened: Store[] = [];

  beforeEach(async () => {
    database = await createDatabase(server().url);
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
    await database.drop();
  });
  afterAll(() => expect(opened).toEqual([]));

  const open = async () => {
    const store = await openStore(database.url, { version: '0.2.0' });
    opened.push(store);
    return store;
  };
  const execute = async (text: string) => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(text);
    await client.end();
    return rows;
  };
  const names = () => execute('SELECT name FROM vedetta.kysely_migration ORDER BY name');

  test('many processes that open an empty database at once migrate it once', async () => {
    const stores = await Promise.all(Array.from({ length: 6 }, open));
    for (const store of stores) await store.ping();
    expect((await names()).map(({ name }) => name.slice(0, 4))).toEqual(['0001', '0002', '0003', '0004', '0005']);
  });

  test('data of the previous version are brought to this one, by one of many, and go on', async () => {
    await migrateServer(database.url, silentLogger, PREVIOUS);
    expect(await names()).toEqual([{ name: PREVIOUS }]);
    await execute(previousRows);
    const [store] = await Promise.all([open(), open(), open()]);
    await expectPreviousRows(store);
  });

  test('data of a newer version are refused', async () => {
    await open();
    await execute(`INSERT INTO vedetta.kysely_migration VALUES ('9999-from-the-future', '2030-01-01')`);
    await expect(open()).rejects.toThrow(StoreFormatError);
  });

  test('a database that is not there, or a wrong password, is an error at once', async () => {
    const url = new URL(database.url);
    url.pathname = '/never_made';
    await expect(openStore(url.href, { version: '0.1.0' })).rejects.toMatchObject({ code: '3D000' });
  });

  test('events are seen in the order of commits, whatever transactions are open beside them', async () => {
    const store = await open();
    const other = new pg.Client({ connectionString: database.url });
    await other.connect();
    // A transaction with an id of its own, older than those of the commits that follow.
    await other.query('BEGIN; CREATE TABLE elsewhere (id integer)');
    await store.adoptScenario({
      hash: 'h',
      name: 'n',
      version: '1',
      network: { timing: { slotPeriodMs: 50 } },
      world: null,
    });
    const run = await store.createRun({ seed: 1, slots: null, pace: 'fast', falseAlarmProbability: 0.01 });
    expect(await store.eventsAfter(0, 10)).toHaveLength(1);
    await other.query(`SELECT pg_advisory_xact_lock(hashtext('vedetta.outbox'))`);
    const waiting = store.setRunStatus(run.id, 'running');
    await other.query(`INSERT INTO vedetta.outbox (body) VALUES ('{"type":"run","run":1,"status":"queued"}')`);
    expect(await store.lastEventId()).toBe(1);
    await other.query('COMMIT');
    await other.end();
    await waiting;
    expect((await store.eventsAfter(0, 10)).map(({ id, body }) => [id, body])).toEqual([
      [1, { type: 'run', run: 1, status: 'queued' }],
      [2, { type: 'run', run: 1, status: 'queued' }],
      [3, { type: 'run', run: 1, status: 'running' }],
    ]);
  });
});
