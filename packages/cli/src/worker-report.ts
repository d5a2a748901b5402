import type { QueueWorkerOptions } from '@vedetta/experiments';

const everyMs = 15_000;

/** What a worker tells whoever watches it: a line that is drawn again on a terminal, elsewhere one now and then. */
export function createWorkerReport(output: NodeJS.WriteStream) {
  const terminal = output.isTTY === true;
  const count = { begun: 0, finished: 0, failed: 0 };
  let shownAt = Number.NEGATIVE_INFINITY;
  const clear = terminal ? '\r\x1b[2K' : '';
  const say = (text: string) => void output.write(`${clear}worker: ${text}\n`);
  const underWay = () => count.begun - count.finished - count.failed;
  const onUnit: NonNullable<QueueWorkerOptions['onUnit']> = (event, { experiment, size }) => {
    count[event] += 1;
    const now = performance.now();
    if (!terminal && now - shownAt < everyMs) return;
    shownAt = now;
    const failed = count.failed === 0 ? '' : `, ${count.failed} failed`;
    const line = `worker: ${count.finished} units done${failed}, ${underWay()} under way, now ${experiment} ${size}`;
    output.write(terminal ? `${clear}${line.slice(0, (output.columns ?? 80) - 1)}` : `${line}\n`);
  };
  return {
    say,
    onUnit,
    stopping() {
      say(underWay() > 0 ? `finishes ${underWay()} units; Ctrl-C again leaves them to others` : 'stopping');
    },
    close() {
      say(`${count.finished} units done`);
    },
  };
}
