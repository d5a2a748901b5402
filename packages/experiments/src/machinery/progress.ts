import { duration } from './estimate.ts';

export interface ProgressState {
  readonly done: number;
  readonly total: number;
  /** Names of the points under way. */
  readonly points: readonly string[];
  /** null while nothing is known. */
  readonly secondsLeft: number | null;
}

export interface Progress {
  at(state: ProgressState): void;
  close(): void;
}

export const silentProgress: Progress = { at() {}, close() {} };

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
    close() {
      if (terminal) output.write('\r\x1b[2K');
    },
  };
}

export function progressText({ done, total, points, secondsLeft }: ProgressState): string {
  const left = done === total ? '' : secondsLeft === null ? '' : `, about ${duration(secondsLeft)} left`;
  const now = points.length === 0 ? '' : `, now ${[...new Set(points)].join(' and ')}`;
  return `${done} of ${total} units${left}${now}`;
}
