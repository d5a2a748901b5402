import { PGlite } from '@electric-sql/pglite';

/** BullMQ's statements name its tables without their schema; ours always say `vedetta.`. */
export const QUEUE_SCHEMA = 'bullmq';

/**
 * PGlite's own parameters with less memory. Its default of 160 MB shared buffers fills up with a copy of what the
 * operating system caches anyway; WebAssembly memory never shrinks again.
 */
export const startParameters: string[] = [
  ...PGlite.defaultStartParams,
  ...settings({
    search_path: QUEUE_SCHEMA,
    shared_buffers: '24MB',
    wal_buffers: '1MB',
    work_mem: '4MB',
    maintenance_work_mem: '16MB',
    temp_buffers: '1MB',
    jit: 'off',
  }),
];

/** Of a new folder: small log segments, so that it is 30 MB instead of 39, and quicker. */
export const creationParameters: string[] = ['--wal-segsize=1', '--no-sync', '-c', 'max_connections=10'];

function settings(values: Record<string, string>): string[] {
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
