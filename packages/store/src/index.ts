export { type Embedded, type EmbeddedOptions, openEmbedded } from './embedded/open-embedded.ts';
export {
  BadCursorError,
  FolderInUseError,
  LeaseLostError,
  QueueUnavailableError,
  ServerUrlError,
  StoreConflictError,
  StoreFormatError,
  StoreUnavailableError,
  UnknownRunError,
} from './errors.ts';
export type * from './interfaces.ts';
export type { StoreLogger } from './logger.ts';
export { openStore, type StoreOptions } from './postgres/open-store.ts';
export type * from './records.ts';
export { isRedisUnavailable, type RedisClients } from './redis/clients.ts';
export { type FrameQueueOptions, openFrameQueue } from './redis/open-frame-queue.ts';
export { type OpenRedisOptions, openRedis } from './redis/open-redis.ts';
