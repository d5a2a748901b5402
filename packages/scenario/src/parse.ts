import type { z } from 'zod';
import type { BrokenRule } from './broken-rule.ts';
import { ScenarioError } from './error.ts';
import { deepFreeze } from './load.ts';
import { networkSchema } from './network-schema.ts';
import { type PathProblem, pathText, problemsOf } from './problems.ts';
import { networkRules } from './rules.ts';
import type { Network, World } from './types.ts';
import { worldRules } from './world-rules.ts';
import { worldSchema } from './world-schema.ts';

function parseSection<T>(
  schema: z.ZodType<T>,
  rules: (parsed: T) => Iterable<BrokenRule>,
  value: unknown,
  section: string,
  source: string,
): T {
  const parsed = schema.safeParse(value);
  const problems: PathProblem[] = parsed.success
    ? [...rules(parsed.data)].map(({ paths, message }) => ({ path: paths[0], atKey: false, message }))
    : problemsOf(parsed.error.issues, [section]);
  if (problems.length > 0 || !parsed.success)
    throw new ScenarioError(
      problems.map(({ path, message }) => ({ file: source, line: 0, column: 0, path: pathText(path), message })),
    );
  return deepFreeze(parsed.data);
}

/**
 * The `network` section from plain data, e.g. JSON that came over a wire or out of a store. Keys left out get their
 * defaults; a network that was parsed before comes back equal.
 *
 * @param source  what the data is called in problems.
 * @throws {ScenarioError} with every problem; lines are 0.
 */
export function parseNetwork(value: unknown, source = 'network'): Network {
  return parseSection<Network>(networkSchema, networkRules, value, 'network', source);
}

/** As {@link parseNetwork}, for the `world` section; whether targets are inside the area is not checked here. */
export function parseWorld(value: unknown, source = 'world'): World {
  return parseSection<World>(worldSchema, worldRules, value, 'world', source);
}
