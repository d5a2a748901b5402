import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

export type ServiceName = 'scheduler' | 'cpu-fusion' | 'ap-node' | 'gateway' | 'evaluator';

export type LogLine = { readonly name: string; readonly msg: string; readonly level: number } & Record<string, unknown>;

/** One service as a process of its own, configured by its environment alone. */
export interface ServiceProcess {
  readonly name: string;
  readonly child: ChildProcess;
  /** Everything it said so far. */
  readonly log: LogLine[];
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  /** What it said that is no log line. */
  stderr(): string;
}

const mainOf = (service: ServiceName) =>
  fileURLToPath(new URL(`../../services/${service}/src/main.ts`, import.meta.url));

export function startService(
  service: ServiceName,
  name: string,
  env: Readonly<Record<string, string>>,
): ServiceProcess {
  const child = spawn(process.execPath, [mainOf(service)], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, VEDETTA_LOG_LEVEL: 'debug', VEDETTA_NODE_NAME: name, ...env },
  });
  const log: LogLine[] = [];
  let rest = '';
  let other = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith('{')) log.push(JSON.parse(line));
      else other += `${line}\n`;
    }
  });
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }));
  return { name, child, log, ended, stderr: () => other + rest };
}

/** A loopback port that nobody has just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
