import { openStore, type Run, type Store } from '@vedetta/store';
import {
  type BorrowedServer,
  createDatabase,
  findPostgres,
  findPostgresToBreak,
  findRedis,
  findRedisToBreak,
} from '@vedetta/store/test-servers';
import { eventually, getJson } from './network.ts';
import { freePort, type ServiceName, type ServiceProcess, startService } from './services.ts';

export const postgresSource = await findPostgres();
export const redisSource = await findRedis();
/** Servers of the tests' own, which can be stopped and killed. */
export const breakable = { postgres: await findPostgresToBreak(), redis: await findRedisToBreak() };
/** Why there is nothing to run on; null when there is. */
export const noServers: string | null =
  postgresSource.origin === null || redisSource.origin === null
    ? `${postgresSource.description}; ${redisSource.description}`
    : null;

export interface ManyNetwork extends AsyncDisposable {
  readonly url: string;
  readonly store: Store;
  readonly storeUrl: string;
  readonly processes: Map<string, ServiceProcess>;
  /** Starts one more process; its name is the service's and a number. */
  start(service: ServiceName, name: string): ServiceProcess;
  run(request: { seed: number; slots: number; pace: number | 'fast' }): Promise<Run>;
  ended(run: number, withinMs: number): Promise<Run>;
  /** The scheduler that leads. */
  leader(): ServiceProcess;
  /** SIGTERM to everybody; how they ended and how long it took. */
  stop(): Promise<readonly { name: string; code: number | null; ms: number }[]>;
}

/** PostgreSQL, Redis, 2 schedulers, 2 fusion workers, 2 AP nodes, gateway and evaluator: real processes on this machine. */
export async function startManyNetwork(scenario: string): Promise<ManyNetwork> {
  if (postgresSource.origin === null || redisSource.origin === null) throw new Error(`no servers: ${noServers}`);
  await using open = new AsyncDisposableStack();
  const postgres = open.adopt(await postgresSource.open(), (server) => server.close());
  const redis = open.adopt(await redisSource.open(), (server) => server.close());
  const network = await startManyNetworkOn(scenario, postgres, redis);
  const owned = open.move();
  return {
    ...network,
    async [Symbol.asyncDispose]() {
      await network[Symbol.asyncDispose]();
      await owned.disposeAsync();
    },
  };
}

/** On servers that somebody else opened, and may stop before the processes start, and start again afterwards. */
export async function startManyNetworkOn(
  scenario: string,
  postgres: BorrowedServer,
  redis: BorrowedServer,
  beforeStart: () => Promise<void> = async () => {},
  started: () => Promise<void> = async () => {},
): Promise<ManyNetwork> {
  await using open = new AsyncDisposableStack();
  const database = await createDatabase(postgres.url);
  open.defer(() => database.drop());
  const store = await openStore(database.url, { version: 'test' });
  open.defer(() => store.close());

  const restPort = await freePort();
  const registries = [await freePort(), await freePort()];
  const servers = { VEDETTA_STORE: database.url, VEDETTA_QUEUE: redis.url };
  const registry = registries.map((port) => `127.0.0.1:${port}`).join(',');
  const environment = (service: ServiceName, name: string): Record<string, string> => {
    if (service === 'ap-node') return { VEDETTA_SCENARIO: scenario, VEDETTA_REGISTRY: registry };
    const port = { scheduler: registries[name.endsWith('1') ? 1 : 0], gateway: restPort }[service as string] ?? 0;
    return { VEDETTA_SCENARIO: scenario, ...servers, VEDETTA_PORT: String(port), VEDETTA_EVALUATE: 'all' };
  };
  const processes = new Map<string, ServiceProcess>();
  const start = (service: ServiceName, name: string) => {
    const started = startService(service, name, environment(service, name));
    processes.set(name, started);
    return started;
  };
  open.defer(() => {
    for (const { child } of processes.values()) child.kill('SIGKILL');
  });
  await beforeStart();
  // Whatever comes first: nobody's server is there when it starts.
  for (const service of ['ap-node', 'gateway', 'cpu-fusion', 'evaluator', 'scheduler'] as const) {
    const count = service === 'gateway' || service === 'evaluator' ? 1 : 2;
    for (let i = 0; i < count; i++) start(service, `${service}-${i}`);
  }
  await started();
  const url = `http://127.0.0.1:${restPort}`;
  await eventually('the network is ready', 180_000, async () => {
    await getJson(`${url}/readyz`);
    return (await store.announced('fusion')).length === 2 && (await store.announced('scheduler')).length === 2
      ? true
      : null;
  });
  const owned = open.move();
  return {
    url,
    store,
    storeUrl: database.url,
    processes,
    start,
    async run(request) {
      const body = JSON.stringify(request);
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${url}/v1/runs`, { method: 'POST', headers, body });
      if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
      return (await response.json()) as Run;
    },
    ended: (id, withinMs) =>
      eventually(`run ${id} ends`, withinMs, async () => {
        const run = await store.run(id);
        return run === null || run.status === 'queued' || run.status === 'running' ? null : run;
      }),
    leader() {
      const terms = [...processes.values()].flatMap((service) =>
        service.child.exitCode === null && service.child.signalCode === null
          ? service.log.filter(({ msg }) => msg === 'leading').map((line) => ({ service, fence: Number(line.fence) }))
          : [],
      );
      const latest = terms.sort((a, b) => b.fence - a.fence)[0];
      if (latest === undefined) throw new Error('nobody leads');
      return latest.service;
    },
    async stop() {
      const since = performance.now();
      const living = [...processes.values()].filter(
        ({ child }) => child.exitCode === null && child.signalCode === null,
      );
      for (const { child } of living) child.kill('SIGTERM');
      return Promise.all(
        living.map(async ({ name, ended }) => ({ name, code: (await ended).code, ms: performance.now() - since })),
      );
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
