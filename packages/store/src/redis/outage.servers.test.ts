import { queueOutageConformance } from '../conformance/queue-outages.ts';
import { findRedisToBreak } from '../test-servers/index.ts';
import { withServer } from '../test-servers/suite.ts';

withServer('frame queue on a Redis server that goes away', await findRedisToBreak(), (server) => {
  queueOutageConformance(server, () => server().url);
});
