import { duration } from './estimate.ts';

export interface ProgressState {
  readonly done: number;
  readonly total: number;
  /** Names of the points under way. */
  readonly points: readonly string[];
  /** Processes that compute just now; absent where their number does not change. */
  readonly workers?: number | undefined;
  /** null while nothing is known. */
  readonly secondsLeft: number | null;
}

export interface Progress {
  at(state: ProgressState): void;
  /** A line that stays. */
  say(text: string): void;
  close(): void;
}

export const silentProgress: Progress = { at() {}, say() {}, close() {} };

/** One line that is drawn again and again on a terminal; elsewhere a line now and then. */
export function startProgress(title: string, output: NodeJS.WriteStream, everyMs = 15_000): Progress {
  const terminal = output.isTTY === true;
  const intervalMs = terminal ? 100 : everyMs;
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    at(state) {
      const now = performance.now();
      if (now - shownAt < intervalMs && state.done < state.total) return;
      shownAt = now;
      const line = `${title}: ${progressText(state)}`;
      output.write(terminal ? `\r\x1b[2K${line.slice(0, (output.columns ?? 80) - 1)}` : `${line}\n`);
    },
    say(text) {
      output.write(`${terminal ? '\r\x1b[2K' : ''}${title}: ${text}\n`);
      if (terminal) shownAt = Number.NEGATIVE_INFINITY;
    },
    close() {
      if (terminal) output.write('\r\x1b[2K');
    },
  };
}

export function progressText({ done, total, points, workers, secondsLeft }: ProgressState): string {
  const left = done === total ? '' : secondsLeft === null ? '' : `, about ${duration(secondsLeft)} left`;
  const now = points.length === 0 ? '' : `, now ${[...new Set(points)].join(' and ')}`;
  const crew = workers === undefined ? '' : `, ${workers} ${workers === 1 ? 'worker' : 'workers'}`;
  return `${done} of ${total} units${crew}${left}${now}`;
}
