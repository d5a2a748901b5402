import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const entry = new URL('../../packages/cli/bin/vedetta.js', import.meta.url).pathname;

/** Path of a scenario under test/scenarios. */
export const scenarioFile = (name: string): string => new URL(`../scenarios/${name}.yaml`, import.meta.url).pathname;

export interface Finished {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly finished: Promise<Finished>;
}

/** Starts `vedetta …` as a process of its own. */
export function start(args: readonly string[], input?: string): Started {
  const child = spawn(process.execPath, [entry, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk;
  });
  child.stdin.end(input ?? '');
  const finished = new Promise<Finished>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { child, stdout: () => stdout, finished };
}

/** Runs `vedetta …` to its end. */
export const run = (args: readonly string[], input?: string): Promise<Finished> => start(args, input).finished;

/** A folder that goes with the test. */
export async function temporaryFolder(): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'vedetta-test-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Waits until `look` gives something else than null, at most `withinMs`. */
export async function eventually<T>(
  what: string,
  withinMs: number,
  look: () => Promise<T | null> | T | null,
): Promise<T> {
  const until = performance.now() + withinMs;
  let last: unknown = null;
  while (performance.now() < until) {
    try {
      const found = await look();
      if (found !== null) return found;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what}: not within ${withinMs} ms${last ? ` (${last})` : ''}`);
}

/** A network started live on a free port; its address is read from what it prints. */
export async function startLive(args: readonly string[]): Promise<Started & { readonly url: string }> {
  const started = start(['up', ...args, '--port', '0']);
  const url = await eventually('the network says where it listens', 40_000, () => {
    const match = /decisions {2}(http:\/\/[\d.]+:\d+)\//.exec(started.stdout());
    return match ? match[1] : null;
  });
  return { ...started, url };
}

export async function getJson<T>(url: string): Promise<T> {
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** A whole run at pace `fast`, `--evaluate off`, of which nothing but the folder is wanted. @param options  `--seed`, `--slots` and others. */
export async function runBatch(scenario: string, folder: string, ...options: readonly string[]): Promise<void> {
  const fixed = ['--pace', 'fast', '--port', '0', '--evaluate', 'off', '--data', folder];
  const { code, stderr } = await run(['up', scenario, ...fixed, ...options]);
  if (code !== 0 || stderr !== '') throw new Error(`the run ended with ${code}: ${stderr}`);
}
