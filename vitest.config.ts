import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const timeouts = { testTimeout: 60_000, hookTimeout: 60_000 };

/** Need PostgreSQL and Redis: `npm run test:servers`. */
const servers = ['packages/*/src/**/*.servers.test.ts', 'test/many-processes.test.ts', 'test/fault-history.test.ts'];

/** Start a dozen networks each, or compute for minutes: `npm run test:long`. */
const long = [
  'packages/*/src/**/*.long.test.ts',
  'test/experiments.test.ts',
  'test/splits.test.ts',
  'test/laws-with-losses.test.ts',
  'test/max-min.test.ts',
  'test/new-run.test.ts',
];

/** Whole networks as well, but as fast as they can: no clock decides what they say. */
const unpaced = [
  'test/laws.test.ts',
  'test/determinism.test.ts',
  'test/local-statistics.test.ts',
  'test/tracking.test.ts',
];

/** Tests beside the source run in parallel; then, one file at a time, those that start processes and measure time. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'source',
          include: ['packages/*/src/**/*.test.ts', 'services/*/src/**/*.test.ts', ...unpaced],
          exclude: [...servers, ...long],
          // Half of their time they wait for sockets, timers and a database that starts.
          maxWorkers: Math.max(4, availableParallelism()),
          // A process for every file would spend as long on starting as on testing: files share one, and leave nothing behind.
          isolate: false,
          sequence: { groupOrder: 0 },
          ...timeouts,
        },
      },
      {
        test: {
          name: 'system',
          include: ['test/**/*.test.ts'],
          exclude: [...servers, ...long, ...unpaced],
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          ...timeouts,
        },
      },
      {
        test: {
          name: 'long',
          include: long,
          maxWorkers: 1,
          sequence: { groupOrder: 3 },
          ...timeouts,
        },
      },
      {
        test: {
          name: 'servers',
          include: servers,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
          testTimeout: 480_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
