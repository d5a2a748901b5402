import { once } from 'node:events';
import { mkdir, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { UsageError } from '../exit.ts';

/** Resolves at the first Ctrl-C or SIGTERM, or when nobody reads what is printed any more; a second signal ends the process at once. */
export function stopSignal(output: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const stop = () => {
      if (asked) process.exit(130);
      asked = true;
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    output.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      resolve();
    });
  });
}

/** Says at once what would otherwise be found after the database has started. */
export async function assertPortFree(host: string, port: number): Promise<void> {
  if (port === 0) return;
  const probe = createServer();
  probe.listen(port, host);
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
}

/** Makes a folder and its parents one by one: on file systems that allow none, a recursive mkdir may not come back. */
export async function makeFolder(path: string, flag = '--data'): Promise<void> {
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory()) return;
  if (there !== null) throw new UsageError(`the folder ${path} is a file: name another with ${flag}`, 1);
  const parent = dirname(path);
  if (parent !== path) await makeFolder(parent, flag);
  try {
    await mkdir(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    throw new UsageError(`the folder ${path} cannot be made (${code}): name another with ${flag}`, 1);
  }
}
