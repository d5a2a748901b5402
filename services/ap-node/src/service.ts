import type { Service } from '@vedetta/service-kit';
import { createApNode } from './app.ts';
import { apNodeSettings, checkApNode } from './config.ts';
import { createApNodeEvents } from './events.ts';

/** The AP process as `runService` runs it. */
export function apNodeService(argv: readonly string[] = []): Service<typeof apNodeSettings> {
  return {
    name: 'ap-node',
    settings: apNodeSettings,
    check: (env) => checkApNode(argv, env),
    parent: ({ VEDETTA_EXIT_WITH_PARENT }) => VEDETTA_EXIT_WITH_PARENT,
    start: (config, { nodeName, logger, registry }) =>
      createApNode(config, nodeName, createApNodeEvents(logger, registry)),
  };
}
