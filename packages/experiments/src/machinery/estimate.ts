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
  let leftWeight = 0;
  for (const { key, weight } of units) {
    const seconds = took.get(key);
    if (seconds !== undefined) {
      knownWeight += weight;
      knownSeconds += seconds;
      continue;
    }
    const under = shares.get(key);
    const share = Math.min(1, Math.max(0, under?.share ?? 0));
    leftWeight += weight * (1 - share);
    if (under === undefined) continue;
    knownWeight += weight * share;
    knownSeconds += share > 0 ? under.seconds : 0;
  }
  if (knownWeight === 0) return null;
  return ((knownSeconds / knownWeight) * leftWeight) / workers;
}

/** `45 s`, `3 min 20 s`, `2 h 5 min`. */
export function duration(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.round((whole % 3600) / 60)} min`;
}
