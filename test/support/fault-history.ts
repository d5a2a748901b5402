import { setTimeout } from 'node:timers/promises';
import { drawKey, fillUniform, permutation } from '@vedetta/numerics';
import type { TestServer } from '@vedetta/store/test-servers';
import type { ManyNetwork } from './many-network.ts';
import { eventually } from './network.ts';
import type { ServiceName, ServiceProcess } from './services.ts';

const victims = [
  'redis',
  'postgres',
  'the scheduler that leads',
  'the scheduler that stands by',
  'cpu-fusion-0',
  'cpu-fusion-1',
  'ap-node-0',
  'ap-node-1',
  'gateway-0',
  'evaluator-0',
] as const;

export interface Fault {
  readonly victim: (typeof victims)[number];
  /** It is killed when so many slots are decided. */
  readonly slot: number;
  /** And started again after so long. */
  readonly awayMs: number;
}

const firstSlot = 80;
const gap = { from: 16, to: 160 } as const;
const serverAwayMs = 10_000;

/**
 * Everybody killed once, in an order and at moments drawn from the seed: the next 16 to 160 slots after the one before,
 * which may still be away then; a service comes back after 0.1 to 3 s, as if by a supervisor.
 */
export function drawFaults(seed: number): Fault[] {
  const order = permutation(drawKey(seed, 'fault-order'), 0, 0, 0, victims.length);
  const [moments, absences] = [drawKey(seed, 'fault-moment'), drawKey(seed, 'fault-absence')];
  const uniform = new Float64Array(1);
  const draw = (key: typeof moments, i: number, from: number, to: number) => {
    fillUniform(key, i, 0, 0, uniform);
    return Math.round(from + (to - from) * uniform[0]);
  };
  let slot = firstSlot;
  return [...order].map((which, i) => {
    const victim = victims[which];
    const isServer = victim === 'redis' || victim === 'postgres';
    if (i > 0) slot += draw(moments, i, gap.from, gap.to);
    return { victim, slot, awayMs: isServer ? serverAwayMs : draw(absences, i, 100, 3_000) };
  });
}

/** What happened, and all who took part, those that were killed as well. */
export interface History {
  /** Carries the faults out under a run that is on. Resolves when everybody has been started again. */
  carryOut(faults: readonly Fault[], run: number): Promise<void>;
  tell(): string;
}

const lastWords = 6;

export function keepHistory(network: ManyNetwork, servers: { redis: TestServer; postgres: TestServer }): History {
  const since = performance.now();
  const lines: string[] = [];
  const killed: ServiceProcess[] = [];
  let decided = 0;
  const note = (what: string) => {
    lines.push(`${((performance.now() - since) / 1000).toFixed(1).padStart(7)} s  slot ${decided}: ${what}`);
  };

  async function reaches(run: number, slot: number): Promise<void> {
    await eventually(`slot ${slot} is decided`, 120_000, async () => {
      decided = (await network.store.run(run))?.decidedSlots ?? decided;
      return decided >= slot ? true : null;
    });
  }

  /** @returns what starts it again. */
  async function kill(victim: Fault['victim']): Promise<() => Promise<unknown>> {
    if (victim === 'redis' || victim === 'postgres') {
      note(`${victim} killed`);
      await servers[victim].kill();
      return () => servers[victim].start();
    }
    const { name, child } = await processOf(victim);
    killed.push(network.processes.get(name) as ServiceProcess);
    note(`${victim === name ? name : `${victim}, ${name},`} killed (pid ${child.pid})`);
    child.kill('SIGKILL');
    return async () => network.start(name.replace(/-\d$/, '') as ServiceName, name);
  }

  async function processOf(victim: Fault['victim']): Promise<ServiceProcess> {
    if (!victim.startsWith('the scheduler')) return network.processes.get(victim) as ServiceProcess;
    return eventually(`${victim} is there`, 60_000, () => {
      const leader = network.leader();
      if (victim === 'the scheduler that leads') return leader;
      const other = network.processes.get(leader.name === 'scheduler-0' ? 'scheduler-1' : 'scheduler-0');
      return other !== undefined && isAlive(other) ? other : null;
    });
  }

  async function comeBack({ victim, awayMs }: Fault, start: () => Promise<unknown>): Promise<void> {
    await setTimeout(awayMs);
    await start();
    note(`${victim} started again after ${awayMs} ms`);
  }

  return {
    async carryOut(faults, run) {
      const absences: Promise<void>[] = [];
      for (const fault of faults) {
        await reaches(run, fault.slot);
        const back = comeBack(fault, await kill(fault.victim));
        back.catch(() => {});
        absences.push(back);
      }
      await Promise.all(absences);
      await reaches(run, decided);
    },
    tell: () => [...lines, ...[...killed, ...network.processes.values()].map(lastWordsOf)].join('\n'),
  };
}

export const isAlive = ({ child }: ServiceProcess) => child.exitCode === null && child.signalCode === null;

/** The last lines of a log, and everything else that a process said. */
function lastWordsOf({ name, child, log, stderr }: ServiceProcess): string {
  const end = child.signalCode ?? child.exitCode ?? 'alive';
  const warnings = log.filter(({ level }) => level >= 40).slice(-lastWords);
  const shown = [...new Set([...warnings, ...log.slice(-lastWords)])].map((line) => `    ${JSON.stringify(line)}`);
  return [`  ${name} (pid ${child.pid}, ${end}):`, ...shown, stderr().trimEnd()]
    .filter((line) => line !== '')
    .join('\n');
}
