import { frameQueueConformance } from '../conformance/suite.ts';
import { openFrameQueue } from '../queue/open-frame-queue.ts';
import { findRedis } from '../test-servers/index.ts';
import { withServer } from '../test-servers/suite.ts';

withServer('frame queue on Redis', await findRedis(), (server) => {
  const name = `frames-${crypto.randomUUID()}`;
  frameQueueConformance('Redis', () => openFrameQueue(server().url, { name }));
});
