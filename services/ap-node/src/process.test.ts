import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { deployNetwork, planSlot } from '@vedetta/deployment';
import { createReceiverBank } from '@vedetta/detection';
import { createFronthaulHub, type FronthaulHub, type ScalarReport } from '@vedetta/fronthaul';
import { allocatePower } from '@vedetta/power';
import { readNetwork } from '@vedetta/scenario';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadFrontEnd } from './front-end/front-end.ts';

const main = new URL('./main.ts', import.meta.url).pathname;
const { network, hash } = await readNetwork('small');
const deployment = deployNetwork(network);

const reports: (ScalarReport & { accessPoint: number })[] = [];
let hub: FronthaulHub;
beforeAll(async () => {
  hub = await startHub(hash);
});
afterAll(() => hub.close());

function startHub(scenarioHash: string): Promise<FronthaulHub> {
  return createFronthaulHub({
    port: 0,
    scenarioHash,
    accessPoints: deployment.accessPoints.map(({ id }) => id),
    handlers: {
      onAttach() {},
      onDetach() {},
      onReport: (accessPoint, report) => reports.push({ ...(report as ScalarReport), accessPoint }),
      onInvalid() {},
    },
  });
}

function start(args: readonly string[], env: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, [main, ...args], {
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, VEDETTA_LOG_LEVEL: 'silent', ...env },
  });
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk;
  });
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, stderr }));
  return { child, ended, [Symbol.dispose]: () => child.kill('SIGKILL') };
}

async function until(condition: () => boolean, limitMs = 30_000): Promise<void> {
  const end = performance.now() + limitMs;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`did not come true within ${limitMs} ms: ${condition}`);
    await setTimeout(5);
  }
}

const fusion = (at: FronthaulHub) => ({ VEDETTA_SCENARIO: 'small', VEDETTA_FUSION: `127.0.0.1:${at.port}` });

describe('an AP process with wrong input ends with code 2 and one message', () => {
  it('a wrong configuration: every problem, no stack', async () => {
    using node = start(['--ap', '3-1'], { VEDETTA_FUSION: 'nowhere' });
    const { code, stderr } = await node.ended;
    expect(code).toBe(2);
    const lines = stderr.trim().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe('ap-node cannot start:');
    expect(stderr).toMatch(/VEDETTA_SCENARIO.*\n.*'3-1'.*\n.*nowhere/);
  });

  it('APs that the scenario does not have', async () => {
    using node = start(['--ap', '4-7'], fusion(hub));
    expect(await node.ended).toEqual({
      code: 2,
      signal: null,
      stderr: 'ap-node: --ap names 6, 7, but the scenario has APs 0 to 5\n',
    });
  });

  it('another scenario than the fusion worker has: both hashes are named', async () => {
    const other = await startHub('feedbeef');
    using node = start(['--ap', '0'], fusion(other));
    const { code, stderr } = await node.ended;
    await other.close();
    expect(code).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(hash);
    expect(stderr).toContain('feedbeef');
  });
});

describe('an AP process', () => {
  it('answers every command with what its receivers compute, repeats included, then ends with its parent', async () => {
    const run = { run: 4, seed: 77 };
    using node = start(['--ap', '0-5'], { ...fusion(hub), VEDETTA_EXIT_WITH_PARENT: '1' });
    hub.startRun(run);
    await until(() => hub.attached().length === 6);

    const slots = [0, 1, 2];
    const onAir = deployment.transmitAccessPoints.slice(1);
    const frontEnd = (await loadFrontEnd('small'))(deployment, run.seed);
    const bank = createReceiverBank(deployment);
    const expected = slots.flatMap((slot) => {
      const plan = planSlot(deployment, slot);
      const air = { plan, onAir, power: allocatePower(deployment, plan, onAir) };
      const blocks = frontEnd.transmitBlocks(air);
      bank.beginSlot(plan, blocks);
      return plan.inspections.flatMap((inspection) =>
        inspection.receive.map((accessPoint) => ({
          slot,
          inspection: inspection.index,
          accessPoint,
          ...bank.localStatistic(inspection, frontEnd.receive(air, blocks, accessPoint)),
        })),
      );
    });
    const command = (slot: number) => {
      for (const { index, region, cell, receive } of planSlot(deployment, slot).inspections)
        for (const accessPoint of receive)
          hub.sendCommand(accessPoint, { slot, transmit: [], receive: [{ inspection: index, region, cell }] });
    };
    // The air of slot 1 comes after its commands, and slot 2 is commanded twice.
    hub.sendAir(planSlot(deployment, 0), onAir);
    command(0);
    command(1);
    hub.sendAir(planSlot(deployment, 1), onAir);
    hub.sendAir(planSlot(deployment, 2), onAir);
    command(2);
    const perSlot = expected.length / slots.length;
    await until(() => reports.length === expected.length);
    command(2);
    await until(() => reports.length === expected.length + perSlot);
    const sorted = (list: typeof reports) =>
      list.toSorted((a, b) => a.slot - b.slot || a.inspection - b.inspection || a.accessPoint - b.accessPoint);
    expect(sorted(reports.slice(0, expected.length))).toEqual(sorted(expected));
    expect(sorted(reports.slice(expected.length))).toEqual(sorted(expected.filter(({ slot }) => slot === 2)));

    node.child.kill('SIGINT');
    await setTimeout(100);
    expect(hub.attached()).toHaveLength(6);
    node.child.stdin?.end();
    expect(await node.ended).toMatchObject({ code: 0, signal: null, stderr: '' });
    await until(() => hub.attached().length === 0);
    hub.endRun();
  });

  it('ends with code 0 when asked to', async () => {
    using node = start(['--ap', '1'], fusion(hub));
    await until(() => hub.airFeeds() === 1);
    node.child.kill('SIGTERM');
    expect(await node.ended).toMatchObject({ code: 0, stderr: '' });
  });
});
