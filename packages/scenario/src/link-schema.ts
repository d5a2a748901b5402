import type { z } from 'zod';
import { above, below, between, listOf, mustBe, oneOf, section, whole } from './fields.ts';
import type { LinkConfig, LinkDirectionConfig, LinkExceptionConfig } from './types.ts';

const rate = above(0, 100_000).nullable();
const milliseconds = between(0, 60_000);
const probability = below(0, 1);
/** Emulated time of an outage: a year at most. */
const instant = between(0, 3.2e10);

const direction = section({
  rateMbps: rate.default(null),
  delayMs: milliseconds.default(0),
  jitterMs: milliseconds.default(0),
  lossProbability: probability.default(0),
});

const partOfDirection = section({
  rateMbps: rate.optional(),
  delayMs: milliseconds.optional(),
  jitterMs: milliseconds.optional(),
  lossProbability: probability.optional(),
});

const outage = section({ fromMs: instant, toMs: instant, kind: oneOf(['stall', 'cut']).default('stall') });
const outages = listOf(outage, 1000, 'outages { fromMs, toMs, kind }');

export const link = section({
  up: direction.prefault({}),
  down: direction.prefault({}),
  outages: outages.default([]),
});

const change = { up: partOfDirection.optional(), down: partOfDirection.optional(), outages: outages.optional() };

/** What is said of a link that is to differ; whatever is left out stays. */
export const linkChangeSchema = section(change);

export const linkException = section({
  accessPoints: listOf(whole(0, 4095), 4096, 'access points')
    .min(1, { error: mustBe('a list of access points, at least one') })
    .nullable()
    .default(null),
  role: oneOf(['transmit', 'receive']).nullable().default(null),
  ...change,
});

export type LinkChange = z.output<typeof linkChangeSchema>;

/** A link with some of its settings replaced. */
export function changeLink({ up, down, outages }: LinkConfig, change: LinkChange): LinkConfig {
  return {
    up: changeDirection(up, change.up),
    down: changeDirection(down, change.down),
    outages: change.outages ?? outages,
  };
}

function changeDirection(direction: LinkDirectionConfig, change: LinkChange['up']): LinkDirectionConfig {
  const told = Object.entries(change ?? {}).filter(([, value]) => value !== undefined);
  return { ...direction, ...Object.fromEntries(told) };
}

/** Writes out what an exception takes from the link of all. */
export function completeException(base: LinkConfig, said: z.output<typeof linkException>): LinkExceptionConfig {
  return { accessPoints: said.accessPoints, role: said.role, ...changeLink(base, said) };
}
