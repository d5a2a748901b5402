import { parseNetwork, parseWorld, readScenario, type Scenario } from '@vedetta/scenario';
import { openStore, type ScenarioRecord } from '@vedetta/store';
import { UsageError } from './exit.ts';
import type { OpenBooks } from './open-folder.ts';
import { version } from './version.ts';

/** Somebody waits at a terminal: a server that does not come by then is told, not waited for. */
const waitMs = 5_000;

/**
 * Opens the store of many machines, whose network may be running. The truth is in it once an evaluator has been there;
 * until then the scenario has to be brought.
 *
 * @param brought  preset or file; refused when the network in this store is another.
 */
export async function openServer(url: string, brought: string | undefined): Promise<OpenBooks> {
  await using open = new AsyncDisposableStack();
  const store = await openStore(url, { version, waitMs, retryMs: waitMs });
  open.defer(() => store.close());
  const record = await store.scenario();
  if (record === null) throw new UsageError('there is no network in this store yet');
  const scenario = brought === undefined ? wholeOf(record) : await readScenario(brought);
  if (scenario.hash !== record.hash)
    throw new UsageError(
      `this store holds ${record.name} (${record.hash}), which ${scenario.name} (${scenario.hash}) is not`,
    );
  const owned = open.move();
  return { store, scenario, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

function wholeOf({ name, hash, network, world }: ScenarioRecord): Scenario {
  if (world === null)
    throw new UsageError('no evaluator has written the targets to this store: name the scenario with --preset');
  return { name, hash, network: parseNetwork(network), world: parseWorld(world) };
}
