import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readScenario, type Scenario } from '@vedetta/scenario';
import { openEmbedded, type Run, type Store } from '@vedetta/store';
import { UsageError } from './exit.ts';
import { version } from './version.ts';

/** What a network stored, with the scenario it was made from. */
export interface OpenBooks extends AsyncDisposable {
  readonly store: Store;
  readonly scenario: Scenario;
}

/** Opens the data of a network that is not running, with the scenario it was made from. */
export async function openFolder(folder: string): Promise<OpenBooks> {
  const path = resolve(folder);
  const scenarioFile = resolve(path, 'scenario.json');
  if (!existsSync(scenarioFile))
    throw new UsageError(`${path} holds no network's data: name the folder that 'vedetta up' printed`);
  const scenario = await readScenario(scenarioFile);
  const { store, close } = await openEmbedded(path, { version });
  return { store, scenario, [Symbol.asyncDispose]: close };
}

/** The run asked for, or the newest. */
export async function findRun(store: Store, id: number | undefined): Promise<Run> {
  if (id !== undefined) {
    const run = await store.run(id);
    if (run === null) throw new UsageError(`there is no run ${id} in this store`);
    return run;
  }
  const { items } = await store.runs({ limit: 1 });
  if (items.length === 0) throw new UsageError('there is no run in this store yet');
  return items[0];
}
