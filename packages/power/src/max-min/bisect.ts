import { dualBound } from './dual-bound.ts';
import { approximate, pursue, type Search, type Track } from './search.ts';
import { exhausted } from './settings.ts';

/** How far above what is reached a trial may lie: a slack maximised far beyond the optimum says little. */
const FARTHEST = 4;
const MOST = 200;
/** Trials that move neither end, each without warm start and elsewhere, before a bracket is left open. */
const RETRIES = 4;

export interface Bracket {
  /** Reached by a certified point. */
  readonly lower: number;
  /** Proved: no powers within the budgets have more, whatever a solver's tolerance was. */
  readonly upper: number;
  /** Least γ that every track of successive approximations gave up, which proves nothing; null where nothing was approximated. */
  readonly abandoned: number | null;
  /** The track that holds the point. */
  readonly best: Track;
}

/**
 * The outer loop of Algorithm 1 without C3: each trial γ is one cone program. Its point, certified, moves the lower end to the SINR recomputed
 * from it; its multipliers move the upper end to what they prove by weak duality. A trial that moves neither proves nothing: the next one starts
 * cold and lies elsewhere, and after a few the bracket stays open.
 *
 * @param upper  a γ that cannot be exceeded
 */
export function bracketFree(search: Search, track: Track, upper: number): Bracket {
  const { settings, tally, variables } = search;
  const { gapTolerance } = settings;
  let high = Math.max(upper, track.value);
  let idle = 0;
  let still = false;
  for (let trial = 0; trial < MOST && idle <= RETRIES; trial++) {
    const low = track.value;
    if (!(low > 0 && high > low * (1 + gapTolerance)) || exhausted(settings, tally)) break;
    const middle = Math.min(Math.sqrt(low) * Math.sqrt(high), FARTHEST * low);
    const near = still !== idle % 2 > 0;
    const gamma = near ? Math.min(middle, low * (1 + 0.9 * gapTolerance)) : middle;
    if (idle > 0) track.warm = undefined;
    tally.bisections++;
    tally.approximations++;
    const { asked, solution } = approximate(search, track, gamma);
    const before = high;
    if (solution.dual.length > 0) high = Math.max(track.value, dualBound(asked, variables, solution.dual, low, high));
    still = track.value < low * (1 + gapTolerance / 4);
    idle = still && high > before * (1 - gapTolerance / 4) ? idle + 1 : 0;
  }
  return { lower: track.value, upper: high, abandoned: null, best: track };
}

/**
 * The same under C3, where a trial that fails is no proof: it counts as given up when every track gives it up. The lower end is the SINR that a
 * certified point has, so it jumps beyond the trial whenever the slack was large; once it stands still, the next trial lies just above it.
 *
 * @param upper  a γ that cannot be exceeded
 */
export function bisect(search: Search, tracks: readonly Track[], upper: number): Bracket {
  const { settings, tally } = search;
  const { gapTolerance } = settings;
  let still = false;
  let best = leader(tracks);
  let high = upper;
  for (let trial = 0; trial < MOST && best.value > 0 && high > best.value * (1 + gapTolerance); trial++) {
    if (exhausted(settings, tally)) break;
    const low = best.value;
    const middle = Math.min(Math.sqrt(low) * Math.sqrt(high), FARTHEST * low);
    const gamma = still ? Math.min(middle, low * (1 + 0.9 * gapTolerance)) : middle;
    tally.bisections++;
    const reached = tracks.some((track) => pursue(search, track, gamma));
    best = leader(tracks);
    if (!reached && !exhausted(settings, tally)) high = gamma;
    if (best.value >= high) high = upper; // what was given up before can be had after all
    still = best.value < low * (1 + gapTolerance / 4);
  }
  return { lower: best.value, upper: Math.max(upper, best.value), abandoned: high < upper ? high : null, best };
}

export function leader(tracks: readonly Track[]): Track {
  return tracks.reduce((best, track) => (track.value > best.value ? track : best));
}
