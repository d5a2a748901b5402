import { availableParallelism } from 'node:os';
import { programProcessor, runQueueWorker } from '@vedetta/experiments';
import type { Command } from 'commander';
import * as parse from '../options.ts';
import { queueOption, queueUrl } from '../queue-url.ts';
import { stopSignal } from '../up/surroundings.ts';
import { version } from '../version.ts';
import { createWorkerReport } from '../worker-report.ts';

interface WorkerOptions {
  readonly queue?: string | true;
  readonly concurrency: number;
}

export function registerWorker(program: Command): void {
  program
    .command('worker')
    .summary('compute figures for another machine')
    .description(
      'Takes units of work that `vedetta figure … --queue` put into a Redis queue, and computes them, each in a process of its own. It needs the same checkout, and listens on nothing. Ctrl-C finishes what is begun and ends; a second one ends at once, and others compute it again.',
    )
    .addOption(queueOption('the Redis'))
    .option('--concurrency <n>', 'units at a time', parse.wholeNumber(1, 1_024), availableParallelism())
    .addHelpText(
      'after',
      `
Examples:
  npm run -s vedetta -- worker --queue redis://10.0.0.7                     as many units at a time as there are cores
  npm run -s vedetta -- worker --queue redis://10.0.0.7 --concurrency 2
  VEDETTA_QUEUE=redis://:secret@10.0.0.7 npm run -s vedetta -- worker      a password that is in no list of processes

and on any machine, in a checkout of the same state:
  npm run -s vedetta -- figure 3 --size full --queue redis://10.0.0.7`,
    )
    .action(async ({ queue, concurrency }: WorkerOptions) => {
      // There is nothing else to take units from: the variable alone will do.
      const url = queueUrl(queue ?? true) as string;
      const report = createWorkerReport(process.stderr);
      const stopping = new AbortController();
      void stopSignal(process.stderr).then(() => {
        stopping.abort();
        report.stopping();
      });
      const signal = stopping.signal;
      await runQueueWorker({
        url,
        version,
        concurrency,
        processor: programProcessor,
        signal,
        say: report.say,
        onUnit: report.onUnit,
      });
      report.close();
      // BullMQ does not give up a connection to a server that is away.
      process.exit();
    });
}
