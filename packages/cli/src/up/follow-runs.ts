import type { LocalNetwork } from '@vedetta/local-network';
import type { Run } from '@vedetta/store';
import { startStatus } from './status.ts';
import { summarise, summaryText } from './summary.ts';

export interface Following {
  /** Resolves when the user wants to stop. */
  readonly stopped: Promise<void>;
  readonly say: (line: string) => void;
  /** For the status line; null prints none, and summaries as JSON. */
  readonly output: NodeJS.WriteStream | null;
  readonly result: NodeJS.WriteStream;
  readonly address: string;
}

/**
 * Shows run after run until the user stops. A network that was started for a number of slots ends with that run; a live one stays for the runs
 * that are started over REST.
 *
 * @returns the exit code.
 */
export async function followRuns(network: LocalNetwork, following: Following): Promise<number> {
  const { stopped, say, address } = following;
  for (let run: Run | null = network.run; run !== null; ) {
    const ended = await showRun(network, run, following);
    if (ended === null) return 0;
    if (run === network.run && run.slots !== null) return await exitCode(network, ended, say);
    say(`run ${ended.id} ${ended.status}; POST ${address}/v1/runs starts another, Ctrl-C ends`);
    run = await Promise.race([network.whenStarted(), stopped.then(() => null)]);
    if (run !== null) say(`run ${run.id}: seed ${run.seed}, pace ${run.pace}, ${run.slots ?? 'unlimited'} slots`);
  }
  return 0;
}

/** Follows one run to its end and prints its summary. @returns null when the user stopped first. */
async function showRun(
  network: LocalNetwork,
  run: Run,
  { stopped, say, output, result }: Following,
): Promise<Run | null> {
  const status = startStatus(network, run, output);
  const ended = await Promise.race([network.whenEnded(run.id), stopped.then(() => null)]);
  if (ended !== null) {
    const caughtUp = network.evaluator.caughtUp(run.id).then(() => true);
    if (!(await Promise.race([caughtUp, stopped.then(() => false)])))
      say('truth not laid beside every slot: interrupted');
  }
  await status.close();
  if (ended === null) await network.halt();
  const summary = await summarise(network, run.id);
  result.write(output === null ? `${JSON.stringify(summary)}\n` : summaryText(summary));
  if (ended === null) say(`stopping; the same command goes on from slot ${summary.run.decidedSlots}`);
  return ended;
}

async function exitCode(
  network: LocalNetwork,
  { id, status, reason }: Run,
  say: (line: string) => void,
): Promise<number> {
  const waiting = await network.store.nextRun();
  if (waiting !== null) say(`run ${waiting.id} was queued over REST and is left for the next start on this folder`);
  if (status === 'completed') return 0;
  say(`run ${id} ${status}${reason ? `: ${reason}` : ''}`);
  return status === 'stopped' ? 0 : 1;
}
