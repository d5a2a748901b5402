import { readFile, stat } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { caseKinds, evaluateCase } from '@vedetta/evaluation';
import type { Command } from 'commander';
import { UsageError } from '../exit.ts';

const largestBytes = 512 * 2 ** 20;

export function registerEvaluate(program: Command): void {
  program
    .command('evaluate')
    .summary('one computation on numbers you bring')
    .description(
      `Reads one case as JSON, computes it with the very functions the network uses, and prints the result as one JSON object. Kinds: ${caseKinds.join(', ')}.`,
    )
    .argument('<case>', "JSON file, or '-' for standard input")
    .addHelpText(
      'after',
      `
A case is an object with a "kind" and that kind's keys. Complex matrices are {"re": [[…]], "im": [[…]]}, gains and powers
linear, angles in radians, spacing in wavelengths.

Examples:
  echo '{"kind": "steering-vector", "antennaCount": 4, "spacing": 0.5, "azimuth": 0.3, "elevation": 0.1}' | npm run -s vedetta -- evaluate -
  npm run -s vedetta -- slot 3 --ap 2 --preset baseline --json | jq .inspections[0].case | npm run -s vedetta -- evaluate -`,
    )
    .action(async (file: string) => {
      const outcome = await evaluateCase(parseJson(await readCase(file), file));
      if (outcome.ok) {
        process.stdout.write(`${JSON.stringify(outcome.result)}\n`);
        return;
      }
      process.stderr.write(outcome.problems.map(({ path, message }) => `${path}: ${message}\n`).join(''));
      process.exitCode = 2;
    });
}

async function readCase(file: string): Promise<string> {
  if (file === '-') return readAll(process.stdin);
  try {
    const { size } = await stat(file);
    if (size > largestBytes) throw new UsageError(`${file} has ${size} bytes; at most ${largestBytes} are read`);
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`);
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file === '-' ? 'standard input' : file} is not JSON: ${(error as Error).message}`);
  }
}
