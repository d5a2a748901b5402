import { Option } from 'commander';
import { UsageError } from './exit.ts';

/** As the services call it. */
export const queueVariable = 'VEDETTA_QUEUE';
const form = 'redis://user:password@host:6379/0';

/** `--queue` with an address, or alone: then the environment has it. A list of processes shows what is typed, so that is where a password belongs. */
export const queueOption = (about: string): Option =>
  new Option(
    '--queue [url]',
    `${about}, ${form}; alone: the one in ${queueVariable}, where a password is in no list of processes`,
  );

/**
 * The address that was asked for.
 *
 * @param typed  true: the option stands alone.
 * @throws {UsageError} when it is asked for and nowhere to be found; an empty variable counts as absent.
 */
export function queueUrl(
  typed: string | true | undefined,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  if (typed === undefined) return undefined;
  const url = typed === true ? environment[queueVariable]?.trim() : typed;
  if (url === undefined || url === '') throw new UsageError(`name the queue: --queue ${form}, or ${queueVariable}`);
  return url;
}
