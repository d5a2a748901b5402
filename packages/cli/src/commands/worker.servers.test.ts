import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

/** What `--queue` refuses. What it does is tested with the experiments. */

const entry = new URL('../../bin/vedetta.js', import.meta.url).pathname;
const out = join(tmpdir(), `vedetta-test-${process.pid}`);

afterAll(() => rm(out, { recursive: true, force: true }));

const vedetta = (args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    const environment = { ...process.env, VEDETTA_QUEUE: '' };
    const child = execFile(process.execPath, [entry, ...args], { env: environment }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });

const nowhere = 'redis://127.0.0.1:1';

test.each([
  [2, ['worker'], /name the queue: --queue redis:.* or VEDETTA_QUEUE/],
  [2, ['worker', '--queue', 'localhost:6379'], /has to be like redis:\/\/user:password@host:6379\/0/],
  [2, ['figure', '3', '--out', out, '--queue', 'postgres://x:secret@y/z'], /has to be like redis:\/\//],
  [
    2,
    ['experiment', 'loss', '--queue', nowhere],
    /loss starts networks and measures them on this machine.*leave --queue out/,
  ],
  [2, ['figure', '3', '--queue', nowhere, '--workers', '2'], /cannot be used with option '--workers <n>'/],
  [1, ['figure', '3', '--out', out, '--queue', nowhere], /did not answer.*start Redis there, or name another/],
])('a queue that cannot be: ends with code %i for %j, and says what to do', async (code, args, message) => {
  const { stderr, ...ended } = await vedetta(args);
  expect(ended).toEqual({ code, stdout: '' });
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/secret|^\s+at /m);
});
