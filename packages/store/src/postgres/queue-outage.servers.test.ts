import { beforeAll } from 'vitest';
import { queueOutageConformance } from '../conformance/queue-outages.ts';
import { createDatabase, findPostgresToBreak } from '../test-servers/index.ts';
import { withServer } from '../test-servers/suite.ts';

withServer('frame queue on a PostgreSQL server that goes away', await findPostgresToBreak(), (server) => {
  let url: string;
  beforeAll(async () => {
    ({ url } = await createDatabase(server().url));
  });
  queueOutageConformance(server, () => url);
});
