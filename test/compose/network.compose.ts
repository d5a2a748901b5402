import { setTimeout } from 'node:timers/promises';
import { openEmbedded, type Page, type Run, type StoredDecision, type StoredDecisionDetail } from '@vedetta/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closureOf } from '../../deploy/closure.ts';
import { getJson, eventually as soon, temporaryFolder, run as vedetta } from '../support/network.ts';
import { docker, hostedBy, memoryOf, metric, Project } from './containers.ts';
import { allDecisions, decisionLine, newest, startRun } from './decisions.ts';

/**
 * The network of docker-compose.yml, in containers: what its images hold, and what it does when containers come, go and
 * die. `.ci/compose.sh` builds the images, chooses project and port, and runs this.
 */

const root = new URL('../..', import.meta.url).pathname;
const services = ['gateway', 'scheduler', 'cpu-fusion', 'ap-node', 'evaluator'] as const;
const projectName = process.env.VEDETTA_COMPOSE_PROJECT ?? 'vedetta-test';
const port = process.env.VEDETTA_GATEWAY_PORT ?? '18080';
const tag = process.env.VEDETTA_TAG ?? 'local';
const url = `http://127.0.0.1:${port}`;
const seed = 11;
const slots = 160;
/** Half of real time: the windows stay open long enough on a machine that has other things to do. */
const pace = 0.5;

/** Looks twice a second: the gateway takes 1200 requests a minute from one address, and Docker shows it but one. */
const eventually = <T>(what: string, withinMs: number, look: () => Promise<T | null>): Promise<T> =>
  soon(what, withinMs, async () => {
    await setTimeout(450);
    return look();
  });

const say = (text: string) => process.stdout.write(`   ${text}\n`);
const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1);

describe('images', () => {
  for (const service of services) {
    test(`the ${service} image holds what ${service} depends on, and none of our other packages`, async () => {
      const image = `vedetta/${service}:${tag}`;
      const list = 'ls -d packages/* services/* && find . -name "*.test.ts" -not -path "./node_modules/*" && id -un';
      const listed = (await docker('run', '--rm', '--network', 'none', image, 'sh', '-c', list)).split('\n');
      expect(listed).toEqual([...closureOf(root, service).folders, 'node']);
      const [{ Config, Size }] = JSON.parse(await docker('image', 'inspect', image));
      expect(Config.Cmd).toEqual(['node', 'service/src/main.ts']);
      expect(Config.Healthcheck.Test[0]).toBe('CMD');
      expect(Config.Env.join(' ')).not.toMatch(/password|secret|token/i);
      say(`${image}: ${(Size / 1e6).toFixed(0)} MB`);
    });
  }

  test('no truth in the fusion image: neither the world nor the evaluation, under any name', async () => {
    const list = 'find / -xdev ( -path "*/world/*" -o -name "world" -o -path "*/evaluation/*" -o -name "evaluation" )';
    const find = list.replaceAll(/[()]/g, '\\$&');
    const image = `vedetta/cpu-fusion:${tag}`;
    expect(await docker('run', '--rm', '--network', 'none', '--user', '0', image, 'sh', '-c', find)).toBe('');
  });
});

describe('network', () => {
  let project: Project;
  let live: Run;

  const decisionsSince = async (slot: number) =>
    (await newest(url, live.id, 64)).filter((decision) => decision.slot > slot);
  const newestSlot = async () => (await newest(url, live.id, 1))[0]?.slot ?? -1;
  const attached = async () =>
    (await getJson<Page<{ id: number; role: string; attached: boolean }>>(`${url}/v1/access-points`)).items;
  const named = async (service: string) => (await project.containers(service)).filter(({ running }) => running);

  /** From here on: every access point attached, and some decisions in a row made of all reports. */
  async function untilWhole(what: string, withinMs: number): Promise<void> {
    const after = await newestSlot();
    await eventually(what, withinMs, async () => {
      if ((await attached()).some((point) => !point.attached)) return null;
      const last = await decisionsSince(after);
      const whole = last.slice(0, 8).every(({ reportsUsed, reportsExpected }) => reportsUsed === reportsExpected);
      return last.length >= 8 && whole ? true : null;
    });
  }

  /** Waits for a decision that says so when this access point's report was missing. */
  async function untilFlagged(accessPoint: number, after: number): Promise<StoredDecision> {
    return eventually(`a decision that names access point ${accessPoint} as missing`, 30_000, async () => {
      const found = (await decisionsSince(after)).find(({ missing }) => missing.includes(accessPoint));
      return found ?? null;
    });
  }

  beforeAll(async () => {
    project = await Project.open(projectName, {
      VEDETTA_GATEWAY_PORT: port,
      VEDETTA_TAG: tag,
      VEDETTA_SCENARIO: 'demo',
      VEDETTA_RUN_SEED: '',
    });
    await project.down();
  });
  afterAll(async () => {
    await project.down();
    expect(await project.containers()).toEqual([]);
  });

  test('comes up by one command: every container healthy, the gateway ready', { timeout: 240_000 }, async () => {
    const since = performance.now();
    await project.up(8);
    await eventually('every container is healthy', 150_000, async () => {
      const all = await project.containers();
      return all.length === 16 && all.every(({ health }) => health === 'healthy') ? true : null;
    });
    await eventually('the gateway says ready', 60_000, () => getJson(`${url}/readyz`));
    say(`up in ${seconds(since)} s`);
  });

  test(
    'decides bit for bit as the embedded network does for the same scenario and seed',
    { timeout: 300_000 },
    async () => {
      const request = { seed, slots, pace: 'fast' };
      const since = performance.now();
      const { id } = await startRun(url, request);
      await eventually('the run is completed', 150_000, async () => {
        const { status, reason } = await getJson<Run>(`${url}/v1/runs/${id}`);
        if (status === 'failed' || status === 'stopped') throw new Error(`the run is ${status}: ${reason}`);
        return status === 'completed' ? true : null;
      });
      say(`${slots} slots in containers: ${seconds(since)} s`);
      const inContainers = await allDecisions(url, id);

      await using folder = await temporaryFolder();
      const told = `up demo --seed ${seed} --slots ${slots} --pace fast --port 0 --evaluate off --data`.split(' ');
      const embedded = await vedetta([...told, folder.path]);
      expect(embedded.stderr).toBe('');
      expect(embedded.code).toBe(0);
      const { store, close } = await openEmbedded(folder.path, { version: 'test' });
      try {
        const alone: StoredDecision[] = [];
        for (let cursor: string | null = ''; cursor !== null; ) {
          const at = cursor === '' ? {} : { cursor };
          const page: Page<StoredDecision> = await store.decisions({ run: 1, order: 'oldest', limit: 1000, ...at });
          alone.push(...page.items);
          cursor = page.nextCursor;
        }
        expect(alone.length).toBe(slots * 4);
        expect(inContainers.map(decisionLine)).toEqual(alone.map(decisionLine));
        const outcomes = new Set(alone.map(({ outcome }) => outcome));
        expect(outcomes.size).toBeGreaterThan(1);
        for (let slot = 0; slot < slots; slot += 16) {
          const theirs = await store.decision(1, slot, 1);
          const ours = await getJson<StoredDecisionDetail>(`${url}/v1/decisions/${id}/${slot}/1`);
          expect(ours.onAir).toEqual(theirs?.onAir);
          expect(ours.reports).toEqual(theirs?.reports);
        }
      } finally {
        await close();
      }
    },
  );

  test('both fusion workers carried frames of that run', async () => {
    const decided = await Promise.all(
      (await named('cpu-fusion')).map(({ id }) => metric(id, 'vedetta_fusion_frames_total{fate="decided"}')),
    );
    say(`frames decided by the fusion workers: ${decided.join(', ')}`);
    expect(decided.length).toBe(2);
    for (const frames of decided) expect(frames).toBeGreaterThan(0);
  });

  test('an AP container is killed: decisions say whose reports are missing, and are whole again', async () => {
    live = await startRun(url, { seed: seed + 1, pace });
    await untilWhole('all reports are used', 60_000);
    const receive = (await attached()).filter(({ role }) => role === 'receive').map(({ id }) => id);
    const nodes = await named('ap-node');
    const hosted = await Promise.all(nodes.map(({ id }) => hostedBy(id)));
    const victim = hosted.findIndex((points) => points.some((id) => receive.includes(id)));
    const [accessPoint] = hosted[victim]?.filter((id) => receive.includes(id)) as [number];
    const after = await newestSlot();
    const since = performance.now();
    await docker('kill', nodes[victim]?.id as string);
    const flagged = await untilFlagged(accessPoint, after);
    expect(flagged.reportsUsed).toBeLessThan(flagged.reportsExpected);
    if (flagged.reportsUsed === 0) expect(flagged.outcome).toBe('unobserved');
    await untilWhole('the other containers have taken its access points', 60_000);
    say(
      `${nodes[victim]?.name} (${hosted[victim]}) killed: flagged in slot ${flagged.slot}, whole after ${seconds(since)} s`,
    );
  });

  for (const count of [3, 8]) {
    test(`with ${count} AP containers each has a share of the access points, together all of them`, async () => {
      const since = performance.now();
      await project.up(count);
      await eventually(`${count} containers share all access points`, 90_000, async () => {
        const nodes = await named('ap-node');
        const shares = await Promise.all(nodes.map(({ id }) => metric(id, 'vedetta_ap_hosted')));
        const sum = shares.reduce((a, b) => a + b, 0);
        if (nodes.length !== count || sum !== 16) throw new Error(`shares are ${shares.join(' + ')}`);
        return say(`${count} containers after ${seconds(since)} s: ${shares.join(' + ')} access points`) ?? true;
      });
      await untilWhole('decisions are whole', 90_000);
    });
  }

  for (const service of ['scheduler', 'cpu-fusion'] as const) {
    test(`a ${service} container is killed: another one goes on, and it is taken back`, async () => {
      const both = [...(await named(service)), ...(service === 'scheduler' ? await named('scheduler-standby') : [])];
      const leads = await Promise.all(both.map(({ id }) => metric(id, 'vedetta_scheduler_leader')));
      const victim = both[service === 'scheduler' ? leads.indexOf(1) : 0];
      expect(victim).toBeDefined();
      const since = performance.now();
      await docker('kill', victim?.id as string);
      const before = await newestSlot();
      await eventually('decisions go on', 60_000, async () => ((await newestSlot()) > before + 32 ? true : null));
      say(`${victim?.name} killed: 32 slots further after ${seconds(since)} s`);
      await project.up(8);
      await eventually('it is back', 60_000, async () => {
        const again = (await project.containers()).find(({ name }) => name === victim?.name);
        return again?.health === 'healthy' ? true : null;
      });
      await untilWhole('decisions are whole', 90_000);
    });
  }

  for (const server of ['redis', 'postgres']) {
    test(`${server} is killed and away for ten seconds: decisions go on when it is back`, async () => {
      const [container] = await named(server);
      const before = await newestSlot();
      await docker('kill', container?.id as string);
      await setTimeout(10_000);
      await docker('start', container?.id as string);
      const since = performance.now();
      await eventually('decisions go on', 90_000, async () => ((await newestSlot()) > before + 48 ? true : null));
      say(`${server} back: decisions go on, 48 slots further after ${seconds(since)} s`);
      await untilWhole('decisions are whole', 90_000);
    });
  }

  test('after all that every inspection of every slot has one decision', async () => {
    const decisions = await allDecisions(url, live.id);
    const last = decisions.at(-1)?.slot ?? -1;
    const expected = Array.from({ length: (last + 1) * 4 }, (_, i) => `${Math.floor(i / 4)}/${i % 4}`);
    expect(decisions.map(({ slot, inspection }) => `${slot}/${inspection}`)).toEqual(expected);
    for (const { reportsUsed, outcome } of decisions) expect(reportsUsed === 0).toBe(outcome === 'unobserved');
    const flagged = decisions.filter(({ missing }) => missing.length > 0).length;
    const late = decisions.filter((each) => each.late.length > 0).length;
    say(`${decisions.length} decisions in ${last + 1} slots; ${flagged} with missing reports, ${late} with late ones`);
  });

  test('memory stays well below its limits, and nobody was restarted by the engine', async () => {
    const all = await project.containers();
    for (const { name, outOfMemory, restarts } of all) {
      expect(outOfMemory, name).toBe(false);
      expect(restarts, name).toBe(0);
    }
    const memory = await memoryOf(all.map(({ id }) => id));
    expect(memory.length).toBe(all.length);
    say(
      memory
        .map(({ name, used, limit }) => `${name.slice(projectName.length + 1)} ${used.toFixed(0)}/${limit}`)
        .join(', '),
    );
    for (const { name, used, limit } of memory) {
      expect(limit, name).toBeLessThanOrEqual(512);
      expect(used, name).toBeLessThan(0.8 * limit);
    }
  });

  test('every service ends by itself within ten seconds of being asked, also while it looks for one that has gone', async () => {
    const since = performance.now();
    await project.compose('stop', '-t', '10', 'cpu-fusion');
    // Access points ask for the workers' names again and again by now, and nobody knows these.
    await setTimeout(1500);
    await project.compose('stop', '-t', '10', ...services, 'scheduler-standby');
    const ended = (await project.containers()).filter(({ service }) => !['redis', 'postgres'].includes(service));
    say(`stopped in ${seconds(since)} s`);
    for (const { name, running, exitCode } of ended) expect(`${name} ${running} ${exitCode}`).toBe(`${name} false 0`);
  });
});
