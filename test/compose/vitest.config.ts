import { defineConfig } from 'vitest/config';

/** The network in containers; run by `.ci/compose.sh`, which builds the images first. One step builds on the other. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['*.compose.ts'],
    maxWorkers: 1,
    bail: 1,
    testTimeout: 180_000,
    hookTimeout: 240_000,
  },
});
