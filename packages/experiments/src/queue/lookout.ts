import type { RedisClients } from '@vedetta/store';
import type { Code } from './code.ts';
import { type Present, whoIsThere } from './presence.ts';

const everyMs = 2_000;

/** Keeps an eye on who is connected to the queue. */
export interface Lookout {
  /** Processes of workers with the same code. */
  workers(): number;
  /** @throws what Redis says. */
  look(): Promise<void>;
}

export interface LookoutOptions {
  readonly role: Present['role'];
  readonly code: Code;
  /** Address of the queue, as it may be printed. */
  readonly place: string;
  readonly say: (text: string) => void;
}

/** Tells each side of the other, once, when its code is another; and whoever wants units computed, when nobody is there to do it. */
export function createLookout(commands: RedisClients['commands'], { role, code, place, say }: LookoutOptions): Lookout {
  const told = new Set<string>();
  let lookedAt = Number.NEGATIVE_INFINITY;
  let workers = 0;
  let looks = 0;
  let looksWithout = 0;
  let toldNobody = false;

  function tellOfStrangers(present: readonly Present[]): void {
    for (const { role: theirs, id, label, name } of present) {
      if (theirs === role || id === code.id || told.has(name)) continue;
      told.add(name);
      if (role === 'coordinator')
        say(
          `worker ${name} is refused: its code is ${label}, and this is ${code.label}; start it from the same checkout`,
        );
      else
        say(
          `units of ${name} are refused: their code is ${label}, and this is ${code.label}; start this worker from the same checkout`,
        );
    }
  }

  return {
    workers: () => workers,
    async look() {
      const now = performance.now();
      if (now - lookedAt < everyMs) return;
      lookedAt = now;
      const present = await whoIsThere(commands);
      workers = present
        .filter((one) => one.role === 'worker' && one.id === code.id)
        .reduce((sum, { processes }) => sum + processes, 0);
      tellOfStrangers(present);
      looks += 1;
      looksWithout = workers > 0 ? 0 : looksWithout + 1;
      // After a restart of the server it takes a look until all are connected again.
      const nobody = looksWithout >= Math.min(2, looks);
      if (role === 'coordinator' && nobody && !toldNobody)
        say(
          `no worker answers on ${place}; start \`vedetta worker --queue ${place}\` here or on another machine. Waiting for one`,
        );
      if (nobody || workers > 0) toldNobody = nobody;
    },
  };
}
