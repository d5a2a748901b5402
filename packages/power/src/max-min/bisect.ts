import { pursue, type Search, type Track } from './search.ts';

/** How far above what is reached a trial may lie: a slack maximised far beyond the optimum says little. */
const FARTHEST = 4;
const MOST = 200;

export interface Bracket {
  /** Reached by a certified point. */
  readonly lower: number;
  /** Not reached: without C3 proved by the convexity of (54) to the solver's tolerance, with C3 given up by every track. */
  readonly upper: number;
  /** The track that holds the point. */
  readonly best: Track;
}

/**
 * The outer loop of Algorithm 1: bisection over γ. The lower end is the SINR that a certified point has, recomputed, so it jumps beyond the trial
 * whenever the slack was large; once it stands still, the next trial lies just above it, and closes the bracket if it fails.
 *
 * @param upper  a γ that cannot be exceeded
 */
export function bisect(search: Search, tracks: readonly Track[], upper: number): Bracket {
  const { gapTolerance } = search.settings;
  let still = false;
  let best = leader(tracks);
  let high = upper;
  for (let trial = 0; trial < MOST && best.value > 0 && high > best.value * (1 + gapTolerance); trial++) {
    const low = best.value;
    const middle = Math.min(Math.sqrt(low * high), FARTHEST * low);
    const gamma = still ? Math.min(middle, low * (1 + 0.9 * gapTolerance)) : middle;
    search.tally.bisections++;
    const reached = tracks.some((track) => pursue(search, track, gamma));
    best = leader(tracks);
    if (!reached) high = gamma;
    if (best.value >= high) high = upper; // what was given up before can be had after all
    still = best.value < low * (1 + gapTolerance / 4);
  }
  return { lower: best.value, upper: Math.max(high, best.value), best };
}

function leader(tracks: readonly Track[]): Track {
  return tracks.reduce((best, track) => (track.value > best.value ? track : best));
}
