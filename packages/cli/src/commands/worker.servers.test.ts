import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

/** What `--queue` refuses. What it does is tested with the experiments. */

const entry = new URL('../../bin/vedetta.js', import.meta.url).pathname;
const out = join(tmpdir(), `vedetta-test-${process.pid}`);

afterAll(() => rm(out, { recursive: true, force: true }));

const vedetta = (args: readonly string[], queue = ''): Promise<{ code: number; stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    const environment = { ...process.env, VEDETTA_QUEUE: queue };
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
  [2, ['figure', '3', '--out', out, '--queue'], /name the queue: --queue redis:.* or VEDETTA_QUEUE/],
  [2, ['experiment', 'loss', '--queue'], /loss starts networks.*leave --queue out/],
  [1, ['figure', '3', '--out', out, '--queue', nowhere], /did not answer.*start Redis there, or name another/],
])('a queue that cannot be: ends with code %i for %j, and says what to do', async (code, args, message) => {
  const { stderr, ...ended } = await vedetta(args);
  expect(ended).toEqual({ code, stdout: '' });
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/secret|^\s+at /m);
});

/** Answers everything as a Redis does that knows another password. */
async function startRefusing(): Promise<{ readonly place: string; readonly heard: () => string; close(): void }> {
  let heard = '';
  const server = createServer((socket) => {
    socket.on('data', (data) => {
      heard += data;
      socket.write('-WRONGPASS invalid username-password pair or user is disabled.\r\n');
    });
    socket.on('error', () => {});
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return { place: `127.0.0.1:${port}`, heard: () => heard, close: () => server.close() };
}

test.each([
  [['worker'], true],
  [['figure', '3', '--out', out, '--queue'], true],
  [['worker', '--queue'], false],
  [['figure', '3', '--out', out, '--json', '--queue'], false],
])('the password in VEDETTA_QUEUE reaches the server for %j, and nothing that is printed', async (args, answers) => {
  const server = await startRefusing();
  const place = answers ? server.place : '127.0.0.1:1#secret';
  const { code, stdout, stderr } = await vedetta(args, `redis://units:secret@${place}`);
  server.close();
  expect([code, stdout]).toEqual([answers ? 1 : 2, '']);
  if (answers) {
    expect(server.heard()).toContain('secret');
    expect(stderr).toContain(`the queue at redis://units:***@${server.place} refuses: WRONGPASS`);
  } else expect(stderr).toContain('%23');
  expect(stderr).not.toMatch(/secret|^\s+at /m);
});

test('a variable that names a queue makes no figure use it: that is asked for by the option', async () => {
  const { code, stdout } = await vedetta(['figure'], 'redis://units:secret@127.0.0.1:1');
  expect(code).toBe(0);
  expect(stdout).not.toContain('secret');
  const { stderr } = await vedetta(['figure', '3', '--out', '/dev/null/none'], 'redis://units:secret@127.0.0.1:1');
  expect(stderr).not.toMatch(/queue|secret/);
});
