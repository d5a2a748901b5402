import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { untilAnswering } from './answers.ts';
import { freePort, twice } from './free-port.ts';
import { processTree } from './machine.ts';
import type { BinaryRecipe, NoServer, ServerKind, ServerSource, TestServer } from './types.ts';

const LAST_WORDS = 2000;
const STOP_PATIENCE_MS = 20_000;

export function binarySource(kind: ServerKind): ServerSource<TestServer> | NoServer {
  const recipe = kind.findBinary();
  if (recipe === null) return { origin: null, description: `no ${kind.name} is installed here` };
  return {
    origin: 'binary',
    description: `${kind.name} by ${recipe.description}`,
    open: () => twice(() => openBinary(kind, recipe)),
  };
}

/** Its processes end with this one, however that ends: they are children, and killed on exit. */
async function openBinary(kind: ServerKind, recipe: BinaryRecipe): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'vedetta-server-'));
  if (recipe.runner !== null) chownSync(folder, recipe.runner.uid, recipe.runner.gid);
  chmodSync(folder, 0o700);
  const port = await freePort();
  const url = kind.url(port);
  let process_: ChildProcess | null = null;
  let words = '';

  const signalAll = (signal: NodeJS.Signals) => {
    if (process_?.pid === undefined) return;
    for (const pid of processTree(process_.pid)) sendSignal(pid, signal);
  };
  const onExit = () => signalAll('SIGKILL');
  process.on('exit', onExit);

  const start = async () => {
    const [file, ...parameters] = recipe.command(folder, port);
    const child = spawn(file, parameters, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], ...recipe.runner });
    process_ = child;
    words = '';
    for (const output of [child.stdout, child.stderr]) {
      output.on('data', (chunk: Buffer) => {
        words = (words + chunk).slice(-LAST_WORDS);
      });
    }
    child.on('error', (error) => {
      words += error.message;
    });
    await untilAnswering(kind, url, () => ((child.exitCode ?? child.signalCode) === null ? null : words));
  };
  const end = async (signal: (child: ChildProcess) => void) => {
    const child = process_;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    signal(child);
    const late = setTimeout(() => signalAll('SIGKILL'), STOP_PATIENCE_MS);
    await exit;
    clearTimeout(late);
    process_ = null;
  };

  const server: TestServer = {
    url,
    start,
    stop: () => end((child) => child.kill(kind.stopSignal)),
    async kill() {
      const tree = process_?.pid === undefined ? [] : processTree(process_.pid);
      await end(() => signalAll('SIGKILL'));
      while (tree.some((pid) => sendSignal(pid, 0))) await sleep(10);
    },
    pause: async () => signalAll('SIGSTOP'),
    resume: async () => signalAll('SIGCONT'),
    async close() {
      signalAll('SIGCONT');
      await end(() => signalAll('SIGKILL'));
      process.off('exit', onExit);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
  try {
    await recipe.prepare(folder);
    await start();
    return server;
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** False when there is no such process. */
function sendSignal(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
