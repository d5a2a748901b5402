import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wireBytes } from '../account/byte-parts.ts';
import { link, startHub, type TestHub, until } from '../test-support.ts';

const program = join(import.meta.dirname, '../test-access-point.ts');

/** A process of one access point; killed at the end of the block. */
async function startProcess(hub: TestHub, accessPoint: number, keepalive = { timeMs: 5000, timeoutMs: 5000 }) {
  const args = [program, hub.address, accessPoint, keepalive.timeMs, keepalive.timeoutMs].map(String);
  const child: ChildProcess = spawn(process.execPath, args, { stdio: 'inherit' });
  await until(() => hub.attached().includes(accessPoint), 10_000);
  return {
    child,
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

const command = { transmit: [], receive: [{ inspection: 0, region: 0, cell: 0 }] };

describe('a process', () => {
  it('killed −9 is detached at once', async () => {
    await using hub = await startHub();
    hub.startRun({ run: 1, seed: 0 });
    await using victim = await startProcess(hub, 2);
    const killed = performance.now();
    victim.child.kill('SIGKILL');
    await until(() => hub.seen.detached.length === 1);
    expect(performance.now() - killed).toBeLessThan(2000);
    expect(hub.seen.detached).toMatchObject([{ accessPoint: 2 }]);
  });

  it('that stops is detached after keepalive time and timeout, and attached again once it goes on', async () => {
    await using hub = await startHub({ keepalive: { timeMs: 300, timeoutMs: 300 } });
    hub.startRun({ run: 1, seed: 0 });
    await using victim = await startProcess(hub, 2);
    victim.child.kill('SIGSTOP');
    await until(() => hub.seen.detached.length === 1, 5000);
    expect(hub.attached()).toEqual([]);
    victim.child.kill('SIGCONT');
    await until(() => hub.attached().length === 1);
  });

  it('that stalls for two seconds under load stays attached', async () => {
    const keepalive = { timeMs: 200, timeoutMs: 5000 };
    await using hub = await startHub({ keepalive });
    hub.startRun({ run: 1, seed: 0 });
    await using _stalled = await startProcess(hub, 2, keepalive);
    hub.sendCommand(2, { slot: 2000, ...command });
    await until(() => hub.seen.reports.length === 1, 10_000);
    expect(hub.seen.detached).toEqual([]);
  });
});

describe('a link', () => {
  it('is a TCP connection of its own, also when one process hosts all access points', async () => {
    await using hub = await startHub();
    hub.startRun({ run: 1, seed: 0 });
    const links = Array.from({ length: 10 }, (_, id) => link(hub, id));
    await until(() => hub.attached().length === 10);
    expect(hub.connections()).toBe(10);
    for (const { close } of links) close();
    await until(() => hub.connections() === 0);
    expect(hub.seen.invalid).toEqual([]);
  });

  it('comes back by itself within seconds when the fusion worker is gone and starts anew', async () => {
    const first = await startHub();
    first.startRun({ run: 1, seed: 0 });
    using one = link(first, 1);
    await until(() => one.seen.up.length === 1);
    await first.close();
    await until(() => one.seen.up.length === 2);
    expect(one.sendReport({ slot: 0, inspection: 0, statistic: 1, rank: 1 })).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await using second = await startHub({ port: first.port });
    second.startRun({ run: 1, seed: 0 });
    await until(() => one.seen.up.length === 3);
    expect(one.seen.up).toEqual([true, false, true]);
    expect(one.sendReport({ slot: 0, inspection: 0, statistic: 1, rank: 1 })).toBe(true);
    await until(() => second.seen.reports.length === 1);
    expect(one.counters()).toMatchObject({ connections: 2, reportsDropped: 1 });
  });

  it('keeps its counters over streams', async () => {
    await using hub = await startHub();
    hub.startRun({ run: 1, seed: 0 });
    const one = link(hub, 1);
    await until(() => one.seen.up.length === 1);
    const before = hub.links()[1];
    one.close();
    await until(() => hub.attached().length === 0 && hub.connections() === 0);
    using again = link(hub, 1, { epoch: 2 });
    await until(() => again.seen.up.length === 1);
    const after = hub.links()[1];
    expect(after.up.messages).toBe(before.up.messages + 1);
    expect(wireBytes(after.up)).toBeGreaterThan(wireBytes(before.up) + 100);
    expect(after).toMatchObject({ epoch: 2, attached: true });
  });
});
