import { defineConfig } from 'vitest/config';

const timeouts = { testTimeout: 60_000, hookTimeout: 60_000 };

/** Tests beside the source run in parallel; then, one file at a time, those that start processes and measure time. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'source',
          include: ['packages/*/src/**/*.test.ts', 'services/*/src/**/*.test.ts'],
          sequence: { groupOrder: 0 },
          ...timeouts,
        },
      },
      {
        test: {
          name: 'system',
          include: ['test/**/*.test.ts'],
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          ...timeouts,
        },
      },
    ],
  },
});
