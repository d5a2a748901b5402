export { findPostgres, findPostgresToBreak, findRedis, findRedisToBreak } from './find.ts';
export { createDatabase } from './postgres.ts';
export type { BorrowedServer, NoServer, ServerSource, TestServer } from './types.ts';
