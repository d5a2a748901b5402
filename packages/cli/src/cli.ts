import { Command, CommanderError } from 'commander';
import { registerBench } from './commands/bench.ts';
import { registerDecisions } from './commands/decisions.ts';
import { registerEvaluate } from './commands/evaluate.ts';
import { registerExperiment } from './commands/experiment.ts';
import { registerFigure } from './commands/figure.ts';
import { registerReplay } from './commands/replay.ts';
import { registerScenario } from './commands/scenario.ts';
import { registerSlot } from './commands/slot.ts';
import { registerUp } from './commands/up.ts';
import { registerWorker } from './commands/worker.ts';
import { describeFailure } from './exit.ts';
import { version } from './version.ts';

/** Runs one command line and returns the exit code: 0 done, 1 failed, 2 wrong input. */
export async function runCli(argv: readonly string[]): Promise<number> {
  const program = new Command('vedetta')
    .description('A cell-free massive-MIMO network that communicates and senses at once, emulated.')
    .version(version)
    .showHelpAfterError('(add --help to see what is allowed)')
    .enablePositionalOptions()
    .exitOverride();
  for (const register of [
    registerUp,
    registerDecisions,
    registerScenario,
    registerSlot,
    registerEvaluate,
    registerExperiment,
    registerFigure,
    registerWorker,
    registerReplay,
    registerBench,
  ]) {
    register(program);
  }
  throwInsteadOfExit(program);
  try {
    await program.parseAsync(argv);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const { text, exitCode } = describeFailure(error);
    process.stderr.write(`vedetta: ${text}\n`);
    return exitCode;
  }
}

function throwInsteadOfExit(command: Command): void {
  for (const child of command.commands) throwInsteadOfExit(child.exitOverride());
}
