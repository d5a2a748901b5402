import { createHash } from 'node:crypto';
import type { Network, World } from './types.ts';

/** JSON with the keys of every mapping sorted and no white space: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}

/**
 * SHA-256 (hex) of the canonical JSON of `{ network, world }`: independent of the scenario's name, of key order, of
 * comments and of whether a value was written or defaulted.
 */
export function scenarioHash(network: Network, world: World): string {
  return createHash('sha256').update(canonicalJson({ network, world })).digest('hex');
}
