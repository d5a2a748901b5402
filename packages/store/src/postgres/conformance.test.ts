import { afterAll, beforeAll } from 'vitest';
import { openPostgresQueues } from '../conformance/postgres-queue.ts';
import { frameQueueConformance, storeConformance } from '../conformance/suite.ts';
import type { Store } from '../interfaces.ts';
import { createDatabase, findPostgres } from '../test-servers/index.ts';
import { withServer } from '../test-servers/suite.ts';
import { openStore } from './open-store.ts';

withServer('store on PostgreSQL', await findPostgres(), (server) => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let store: Store;
  let queues: Awaited<ReturnType<typeof openPostgresQueues>>;

  beforeAll(async () => {
    database = await createDatabase(server().url);
    store = await openStore(database.url, { version: '0.1.0' });
    queues = await openPostgresQueues(database.url);
  });
  afterAll(async () => {
    await queues?.close();
    await store?.close();
    await database?.drop();
  });

  storeConformance('PostgreSQL', () => ({ store }));
  frameQueueConformance('PostgreSQL', () => queues.open());
});
