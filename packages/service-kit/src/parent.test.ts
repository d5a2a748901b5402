import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const watcher = `
  import { exitWhenParentGone } from ${JSON.stringify(join(import.meta.dirname, 'parent.ts'))};
  exitWhenParentGone(() => process.exit(7));
  console.log(process.pid);
  setInterval(() => {}, 1000);
`;

async function firstLine(child: ChildProcess): Promise<string> {
  const [chunk] = await once(child.stdout as NodeJS.ReadableStream, 'data');
  return String(chunk).trim();
}

describe('a child', () => {
  it('ignores the SIGINT of the terminal and ends when its parent closes the pipe', async () => {
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', watcher], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await firstLine(child);
    child.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(child.exitCode).toBe(null);
    child.stdin?.end();
    expect(await once(child, 'exit')).toEqual([7, null]);
  });

  it('ends when its parent is killed −9', async () => {
    const parentProgram = `
      import { spawn } from 'node:child_process';
      spawn(process.execPath, ['--input-type=module-typescript', '-e', ${JSON.stringify(watcher)}], { stdio: ['pipe', 'inherit', 'inherit'] });
      setInterval(() => {}, 1000);
    `;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', parentProgram], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pid = Number(await firstLine(parent));
    expect(process.kill(pid, 0)).toBe(true);
    parent.kill('SIGKILL');
    // The child holds the other end of its parent's output: its closing says that the child is gone.
    await once(parent.stdout as NodeJS.ReadableStream, 'close');
  });
});
