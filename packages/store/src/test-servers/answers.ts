import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerKind } from './types.ts';

const PATIENCE_MS = 60_000;

/** Waits until the server answers. @throws Error with its last words, or when `ended` says that it is gone. */
export async function untilAnswering(kind: ServerKind, url: string, ended: () => string | null): Promise<void> {
  const limit = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await kind.ask(url);
    } catch (error) {
      const words = ended();
      if (words !== null) throw new Error(`${kind.name} ended: ${words}`, { cause: error });
      if (performance.now() > limit) throw new Error(`${kind.name} does not answer`, { cause: error });
    }
    await sleep(50);
  }
}
