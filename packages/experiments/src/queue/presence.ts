import { hostname } from 'node:os';
import type { RedisClients } from '@vedetta/store';
import type { Code } from './code.ts';

/** Somebody connected to the queue. */
export interface Present {
  readonly role: 'worker' | 'coordinator';
  /** Of its code. */
  readonly id: string;
  readonly label: string;
  /** Processes of a worker. */
  readonly processes: number;
  /** Machine and process. */
  readonly name: string;
}

const prefix = 'vedetta-units:';
/** Everybody asks who is there every few seconds: whoever is silent for so long has lost its machine or its network. */
const silentS = 30;

export const ownName = (): string => `${hostname()}-${process.pid}`;

/**
 * The name of a connection says who is behind it, so that a process is known for as long as it is connected, and no longer:
 * nothing to renew, nothing to clean up behind one that was killed.
 */
export function connectionName(role: Present['role'], { id, label }: Code, processes = 0): string {
  const fields = [role, id, label, processes, ownName()];
  return `${prefix}${Buffer.from(JSON.stringify(fields)).toString('base64url')}`;
}

/** Everybody there is, each once. */
export async function whoIsThere(commands: RedisClients['commands']): Promise<Present[]> {
  return readClientList(String(await commands.client('LIST')), commands.options.db ?? 0);
}

/**
 * @param list  what CLIENT LIST answers, a line for each connection to any of the server's databases.
 * @param database  the one that the queue is in.
 */
export function readClientList(list: string, database: number): Present[] {
  const found = new Map<string, Present>();
  for (const line of list.split('\n')) {
    const { name, idle, db } = Object.fromEntries(line.split(' ').map((field) => field.split('=', 2)));
    if (name?.startsWith(prefix) && Number(db) === database && Number(idle) < silentS)
      found.set(name, parse(name.slice(prefix.length)));
  }
  return [...found.values()];
}

function parse(encoded: string): Present {
  const [role, id, label, processes, name] = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
  return { role, id, label, processes, name };
}
