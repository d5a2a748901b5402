import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startRelay } from '../test-relay.ts';
import { testHash, until } from '../test-support.ts';
import { joinRegistry } from './client.ts';
import type { AssignedAccessPoint, Assignment } from './messages.ts';
import { createRegistry, type RegistryOptions } from './server.ts';

/** Real registries and nodes on real sockets, with a lease short enough to wait for. */

const accessPoints = Array.from({ length: 40 }, (_, id) => id);
const [leaseMs, settleMs, heartbeatMs] = [1_000, 500, 100];

async function startRegistry(options: Partial<RegistryOptions> = {}) {
  const registry = await createRegistry({
    port: 0,
    scenarioHash: testHash,
    accessPoints,
    leaseMs,
    settleMs,
    ...options,
  });
  return { ...registry, address: `127.0.0.1:${registry.port}`, [Symbol.asyncDispose]: () => registry.close() };
}

function join(nodeName: string, addresses: readonly string[], scenarioHash = testHash) {
  const seen = { assignments: [] as Assignment[], refusals: [] as string[], ups: [] as string[] };
  const held = (): readonly AssignedAccessPoint[] => seen.assignments.at(-1)?.accessPoints ?? [];
  const link = joinRegistry({
    addresses,
    scenarioHash,
    nodeName,
    held,
    heartbeatMs,
    onAssignment: (assignment) => seen.assignments.push(assignment),
    onRefused: (_reason, code) => seen.refusals.push(code),
    onConnection: (up, address) => up && seen.ups.push(address),
  });
  return { seen, held, leave: () => link.leave(), [Symbol.dispose]: () => link.leave() };
}

const ids = (...nodes: { held(): readonly AssignedAccessPoint[] }[]) =>
  nodes.flatMap((node) => node.held().map(({ id }) => id)).sort((a, b) => a - b);

describe('the registry', () => {
  it('deals everything to the nodes that join, and back when one leaves, with epochs that grow', async () => {
    await using registry = await startRegistry();
    registry.lead(3);
    registry.setFusionEndpoints(['b:2', 'a:1']);
    using a = join('a', [registry.address]);
    await until(() => a.held().length === 40);
    const alone = new Map(a.held().map(({ id, epoch }) => [id, epoch]));
    using b = join('b', [registry.address]);
    await until(() => b.held().length > 0 && a.held().length + b.held().length === 40);
    expect(ids(a, b)).toEqual(accessPoints);
    expect(a.seen.assignments.at(-1)?.fusionEndpoints).toEqual(['a:1', 'b:2']);
    for (const { id, epoch } of a.held()) expect(epoch).toBe(alone.get(id));
    for (const { id, epoch } of b.held()) expect(epoch).toBeGreaterThan(alone.get(id) as number);
    const before = performance.now();
    b.leave();
    await until(() => a.held().length === 40);
    expect(performance.now() - before).toBeLessThan(leaseMs);
    const generations = a.seen.assignments.map(({ generation }) => generation);
    expect(generations).toEqual([...generations].sort((x, y) => x - y));
    registry.setFusionEndpoints(['a:1']);
    await until(() => a.seen.assignments.at(-1)?.fusionEndpoints.length === 1);
  });

  it('gives away what a silent node had, after its lease and not before', async () => {
    await using registry = await startRegistry();
    registry.lead(1);
    const relay = await startRelay(registry.port);
    using a = join('a', [registry.address]);
    using b = join('b', [relay.address]);
    await until(() => a.held().length > 0 && b.held().length > 0 && a.held().length + b.held().length === 40);
    await setTimeout(3 * heartbeatMs);
    const before = performance.now();
    relay.stall();
    await until(() => a.held().length === 40);
    expect(performance.now() - before).toBeGreaterThan(leaseMs - 2 * heartbeatMs);
    relay[Symbol.dispose]();
  });

  it('keeps the seat of a node whose connection breaks for a moment', async () => {
    await using registry = await startRegistry();
    registry.lead(1);
    using relay = await startRelay(registry.port);
    using a = join('a', [registry.address]);
    using b = join('b', [relay.address]);
    await until(() => a.held().length > 0 && b.held().length > 0 && a.held().length + b.held().length === 40);
    const [heldByA, heldByB] = [a.held(), b.held()];
    relay.cut();
    await until(() => b.seen.ups.length === 2);
    await setTimeout(leaseMs + 200);
    expect(a.held()).toEqual(heldByA);
    expect(b.held()).toEqual(heldByB);
  });

  it('sends nodes from the standby to the leader, and they go on there with what they have when it takes over', async () => {
    await using first = await startRegistry();
    await using second = await startRegistry();
    first.lead(1);
    second.follow(first.address);
    using a = join('a', [second.address, first.address]);
    using b = join('b', [second.address]);
    await until(() => a.held().length > 0 && b.held().length > 0 && a.held().length + b.held().length === 40);
    expect([a.seen.ups, b.seen.ups]).toEqual([[first.address], [first.address]]);
    const held = [a.held(), b.held()];
    second.lead(2);
    first.follow(second.address);
    await until(() => a.seen.ups.at(-1) === second.address && b.seen.ups.at(-1) === second.address);
    expect([a.held(), b.held()]).toEqual(held);
    b.leave();
    await until(() => a.held().length === 40);
    for (const { id } of held[1]) {
      expect(a.held().find((point) => point.id === id)?.epoch).toBeGreaterThan(2 << 16);
    }
  });

  it('refuses another scenario for good, and the older of two processes with one name', async () => {
    await using registry = await startRegistry();
    registry.lead(1);
    using stranger = join('a', [registry.address], 'feedbeef');
    await until(() => stranger.seen.refusals.length === 1);
    using older = join('twin', [registry.address]);
    await until(() => older.held().length === 40);
    using newer = join('twin', [registry.address]);
    await until(() => older.seen.refusals.length === 1 && newer.held().length === 40);
    expect([stranger.seen.refusals, older.seen.refusals]).toEqual([['SCENARIO_MISMATCH'], ['NAME_TAKEN']]);
    expect(newer.held()[0].epoch).toBeGreaterThan(older.held()[0].epoch);
  });
});
