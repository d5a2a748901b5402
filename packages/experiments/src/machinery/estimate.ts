import type { Unit } from './units.ts';

/** Seconds that are left, from the seconds that finished units took for their weight; null before the first is known. */
export function secondsLeft(
  units: readonly Unit[],
  /** key → seconds; of this start and of earlier ones. */
  took: ReadonlyMap<string, number>,
  /** key → share done, of units under way. */
  shares: ReadonlyMap<string, { readonly share: number; readonly seconds: number }>,
  workers: number,
): number | null {
  let knownWeight = 0;
  let knownSeconds = 0;
  for (const { key, weight } of units) {
    const under = shares.get(key);
    knownWeight += took.has(key) ? weight : weight * (under?.share ?? 0);
    knownSeconds += took.get(key) ?? (under !== undefined && under.share > 0 ? under.seconds : 0);
  }
  if (knownWeight === 0) return null;
  const pace = knownSeconds / knownWeight;
  let left = 0;
  for (const { key, weight } of units) {
    if (took.has(key)) continue;
    const under = shares.get(key);
    // A unit that says nothing for a while (a network that starts) gets nearer to its end nevertheless.
    const share = Math.max(under?.share ?? 0, Math.min(mostByClock, (under?.seconds ?? 0) / (pace * weight)));
    left += pace * weight * (1 - Math.min(1, share));
  }
  return left / workers;
}

/** Share of a unit that passing time alone may stand for. */
const mostByClock = 0.9;

/** `45 s`, `3 min 20 s`, `2 h 5 min`. */
export function duration(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.round((whole % 3600) / 60)} min`;
}
