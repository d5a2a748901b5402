import { setTimeout } from 'node:timers/promises';
import type { ServerSource, TestServer } from '@vedetta/store/test-servers';
import { describe, expect, test } from 'vitest';
import { breakable, noServers, startManyNetwork, startManyNetworkOn } from './support/many-network.ts';
import { eventually, getJson, run, scenarioFile, temporaryFolder } from './support/network.ts';
import { type ServiceName, type ServiceProcess, startService } from './support/services.ts';
import { readRun, readStoredRun } from './support/stored.ts';

const scenario = scenarioFile('many');
const inspectionsPerSlot = 4;

/** What a process has said when it does its part: only then does a rolling restart go on to the next. */
const atWork: Readonly<Record<ServiceName, string>> = {
  scheduler: 'service started',
  'cpu-fusion': 'frame decided',
  'ap-node': 'slot answered',
  gateway: 'service started',
  evaluator: 'service started',
};

if (noServers !== null) {
  const inCi = process.env.CI === 'true';
  if (!inCi) console.warn(`SKIPPED for want of servers: many processes (${noServers})`);
  test.skipIf(!inCi)(`many processes: servers to run on (${noServers})`, () => expect.fail(noServers as string));
}

describe.skipIf(noServers !== null)('many processes', () => {
  test('decide bit for bit as the embedded network does, share the frames, tell everybody, and stop in time', async () => {
    await using network = await startManyNetwork(scenario);
    const events = await fetch(`${network.url}/v1/events`, { signal: AbortSignal.timeout(400_000) });
    const slots = 240;
    const { id } = await network.run({ seed: 11, slots, pace: 'fast' });
    const ended = await network.ended(id, 240_000);
    expect(ended.status).toBe('completed');
    const decided = await readStoredRun(network.store, id);

    await using folder = await temporaryFolder();
    const options = ['--seed', '11', '--slots', `${slots}`, '--pace', 'fast', '--evaluate', 'off', '--port', '0'];
    const embedded = await run(['up', scenario, '--data', folder.path, ...options]);
    expect(embedded.code).toBe(0);
    expect(decided.lines).toHaveLength(slots * inspectionsPerSlot);
    expect(decided.lines).toEqual((await readRun(folder.path)).lines);

    const log = (name: string, msg: string) =>
      network.processes.get(name)?.log.filter((line) => line.msg === msg) ?? [];
    for (const worker of ['cpu-fusion-0', 'cpu-fusion-1']) {
      expect(log(worker, 'frame decided').filter(({ first }) => first).length).toBeGreaterThan(2);
    }
    // One slot's id, through all logs.
    const holds = (line: Record<string, unknown>) =>
      line.run === id && Number(line.slot) <= 100 && Number(line.slot) + Number(line.slots ?? 1) > 100;
    const all = [...network.processes.values()].flatMap(({ log }) => log);
    const told = new Set(all.filter(holds).map(({ msg }) => msg));
    for (const msg of ['frame planned', 'frame taken', 'frame decided', 'slot answered']) expect(told).toContain(msg);

    const reader = events.body?.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    let heard = '';
    while (!heard.includes('"status":"completed"')) {
      const { value, done } = await reader.read();
      if (done) break;
      heard += Buffer.from(value).toString('utf8');
    }
    const framesHeard = Array.from(heard.matchAll(/^data: .*"type":"frame".*"frame":(\d+)/gm), ([, frame]) =>
      Number(frame),
    );
    expect(framesHeard.sort((a, b) => a - b)).toEqual(Array.from({ length: slots / 8 }, (_, frame) => frame));
    await reader.cancel();

    await eventually('the evaluator has seen every slot', 60_000, async () =>
      (await network.store.lastEvaluatedSlot(id)) === slots - 1 ? true : null,
    );
    const evaluated = (log('evaluator-0', 'slots laid beside the truth') ?? []).filter(holds);
    expect(evaluated).toHaveLength(1);
    for (const { name, code, ms } of await network.stop()) {
      expect([name, code]).toEqual([name, 0]);
      expect(ms, name).toBeLessThan(10_000);
    }
  });

  test('leader, fusion worker and AP node killed with -9: every planned inspection has exactly one decision', async () => {
    await using network = await startManyNetwork(scenario);
    const slots = 640;
    const { id } = await network.run({ seed: 12, slots, pace: 1 });
    const reaches = (slot: number) =>
      eventually(`slot ${slot} is decided`, 120_000, async () =>
        ((await network.store.run(id))?.decidedSlots ?? 0) >= slot ? true : null,
      );
    await reaches(48);
    const first = network.leader();
    first.child.kill('SIGKILL');
    await reaches(160);
    expect(network.leader().name).not.toBe(first.name);
    network.processes.get('cpu-fusion-0')?.child.kill('SIGKILL');
    await reaches(288);
    network.processes.get('ap-node-0')?.child.kill('SIGKILL');
    await eventually('the other node has all access points', 60_000, async () => {
      const { items } = await getJson<{ items: { attached: boolean }[] }>(`${network.url}/v1/access-points`);
      return items.every(({ attached }) => attached) ? true : null;
    });
    network.start('cpu-fusion', 'cpu-fusion-2');
    network.start('ap-node', 'ap-node-2');
    const ended = await network.ended(id, 240_000);
    expect(ended).toMatchObject({ status: 'completed', decidedSlots: slots });
    const { lines } = await readStoredRun(network.store, id);
    const keys = lines.map((line) => line.split(' ', 2).join(' '));
    expect(keys).toHaveLength(slots * inspectionsPerSlot);
    expect(new Set(keys).size).toBe(keys.length);
    expect(await network.store.undecidedFrames(id)).toEqual([]);
    const planned = [...network.processes.values()]
      .flatMap(({ log }) => log.filter(({ msg }) => msg === 'frame planned'))
      .map(({ frame }) => frame);
    expect(new Set(planned).size).toBe(planned.length);
    // The last frames are whole again: everybody on air, every report used.
    const tail = lines.slice(-8 * inspectionsPerSlot);
    expect(tail.filter((line) => line.includes(':missing:'))).toEqual([]);
    expect(network.processes.get('cpu-fusion-2')?.log.some(({ msg, first }) => msg === 'frame decided' && first)).toBe(
      true,
    );
  });

  test('restarted one after the other under load, every service: nothing is lost, nothing decided twice', async () => {
    await using network = await startManyNetwork(scenario);
    const { id } = await network.run({ seed: 14, slots: 10_000, pace: 1 });
    const decided = async () => (await network.store.run(id))?.decidedSlots ?? 0;
    const goOn = async (slots: number) => {
      const from = await decided();
      await eventually('more slots are decided', 120_000, async () =>
        (await decided()) >= from + slots ? true : null,
      );
    };
    await goOn(16);
    for (const name of [...network.processes.keys()]) {
      const old = network.processes.get(name) as ServiceProcess;
      const since = performance.now();
      old.child.kill('SIGTERM');
      expect([name, (await old.ended).code, old.stderr()]).toEqual([name, 0, '']);
      expect(performance.now() - since).toBeLessThan(10_000);
      const service = name.replace(/-\d$/, '') as ServiceName;
      const { log } = network.start(service, name);
      await eventually(`${name} is at work again`, 60_000, () =>
        log.some(({ msg }) => msg === atWork[service]) ? true : null,
      );
      await goOn(16);
    }
    await eventually('the gateway answers again', 30_000, () => getJson(`${network.url}/v1/runs/${id}`));
    const stopped = await fetch(`${network.url}/v1/runs/${id}/stop`, { method: 'POST' });
    expect(stopped.status).toBe(200);
    await eventually('the scheduler lets go of the run', 60_000, () =>
      network.leader().log.some(({ msg, run }) => msg === 'run ended' && run === id) ? true : null,
    );
    const { lines } = await readStoredRun(network.store, id);
    const slots = await decided();
    expect(new Set(lines.map((line) => line.split(' ', 2).join(' '))).size).toBe(slots * inspectionsPerSlot);
    expect(lines).toHaveLength(slots * inspectionsPerSlot);
    // Nobody was off the air in any slot, or deaf: access points are handed over, and a worker that comes waits for them.
    expect(new Set(lines.map((line) => /\[[\d,]*\]/.exec(line)?.[0])).size).toBe(1);
    expect(lines.filter((line) => /:(missing|late|invalid):/.test(line))).toEqual([]);
    // What was planned when the run was stopped is all that may be undecided.
    const planned = ((await network.store.lastPlannedFrame(id)) + 1) * 8;
    expect(planned - slots).toBeLessThanOrEqual(3 * 8);
  });

  const { postgres, redis } = breakable;
  test.skipIf(postgres.origin === null || redis.origin === null)(
    'wait for servers that come late, and lose nothing while each is killed for some seconds',
    async () => {
      await using open = new AsyncDisposableStack();
      const [store, queue] = await Promise.all([
        (postgres as ServerSource<TestServer>).open(),
        (redis as ServerSource<TestServer>).open(),
      ]);
      open.adopt(store, (server) => server.close());
      open.adopt(queue, (server) => server.close());
      const both = (what: 'stop' | 'start') => async () => void (await Promise.all([store[what](), queue[what]()]));
      const late = async () => {
        await setTimeout(2_000);
        await both('start')();
      };
      const network = open.use(await startManyNetworkOn(scenario, store, queue, both('stop'), late));
      const slots = 480;
      const { id } = await network.run({ seed: 13, slots, pace: 1 });
      for (const [server, slot] of [
        [queue, 80],
        [store, 240],
      ] as const) {
        await eventually(`slot ${slot} is decided`, 120_000, async () =>
          ((await network.store.run(id))?.decidedSlots ?? 0) >= slot ? true : null,
        );
        await server.kill();
        await setTimeout(5_000);
        await server.start();
      }
      expect(await network.ended(id, 240_000)).toMatchObject({ status: 'completed', decidedSlots: slots });
      const { lines } = await readStoredRun(network.store, id);
      expect(new Set(lines.map((line) => line.split(' ', 2).join(' '))).size).toBe(slots * inspectionsPerSlot);
      expect(await network.store.undecidedFrames(id)).toEqual([]);
      for (const { name, code } of await network.stop()) expect([name, code]).toEqual([name, 0]);
    },
  );

  test.each([
    'scheduler',
    'cpu-fusion',
    'ap-node',
    'gateway',
    'evaluator',
  ] as const)('%s tells everything that is wrong with its configuration at once, and ends with code 2', async (service) => {
    const wrong = startService(service, 'wrong', { VEDETTA_LOG_LEVEL: 'loud', VEDETTA_METRICS_PORT: 'none' });
    expect((await wrong.ended).code).toBe(2);
    const lines = wrong.stderr().trim().split('\n');
    expect(lines[0]).toBe(`${service} cannot start:`);
    const named = lines.slice(1).map((line) => line.trim().split(':')[0]);
    const servers = {
      'ap-node': ['VEDETTA_AP', 'VEDETTA_FUSION'],
      gateway: ['VEDETTA_STORE'],
      evaluator: ['VEDETTA_STORE'],
    };
    const missing = (servers as Record<string, string[]>)[service] ?? ['VEDETTA_STORE', 'VEDETTA_QUEUE'];
    expect(named.sort()).toEqual(['VEDETTA_LOG_LEVEL', 'VEDETTA_METRICS_PORT', 'VEDETTA_SCENARIO', ...missing].sort());
  });
});
