import { frameQueueConformance } from '../conformance/suite.ts';
import { findRedis } from '../test-servers/index.ts';
import { withServer } from '../test-servers/suite.ts';
import { openFrameQueue } from './open-frame-queue.ts';

withServer('frame queue on Redis', await findRedis(), (server) => {
  const name = `frames-${crypto.randomUUID()}`;
  frameQueueConformance('Redis', () => openFrameQueue(server().url, { name }));
});
