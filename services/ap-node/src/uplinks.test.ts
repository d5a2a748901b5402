import { setTimeout } from 'node:timers/promises';
import { deployNetwork, planSlot } from '@vedetta/deployment';
import { createFronthaulHub, createRegistry, type FronthaulHub, type ScalarReport } from '@vedetta/fronthaul';
import { readNetwork } from '@vedetta/scenario';
import { createLogger } from '@vedetta/service-kit';
import { expect, it } from 'vitest';
import { createApNode } from './app.ts';
import { createApNodeEvents } from './events.ts';

/** AP nodes in this process, fusion workers' hubs and a registry on real sockets. */

const { network, hash } = await readNetwork('small');
const deployment = deployNetwork(network);
const everybody = deployment.accessPoints.map(({ id }) => id);
const events = createApNodeEvents(createLogger({ name: 'test', level: 'silent' }));
const base = { VEDETTA_SCENARIO: 'small', VEDETTA_EPOCH: 1, VEDETTA_REPORT_JITTER_MS: 0 };

type Line = ScalarReport & { accessPoint: number };
type TestHub = FronthaulHub & AsyncDisposable & { readonly reports: Line[]; readonly address: string };

async function startHub(): Promise<TestHub> {
  const reports: Line[] = [];
  const hub = await createFronthaulHub({
    port: 0,
    scenarioHash: hash,
    accessPoints: everybody,
    handlers: {
      onAttach() {},
      onDetach() {},
      onReport: (accessPoint, report) => reports.push({ ...(report as ScalarReport), accessPoint }),
      onInvalid() {},
    },
  });
  return { ...hub, reports, address: `127.0.0.1:${hub.port}`, [Symbol.asyncDispose]: () => hub.close() };
}

async function until(condition: () => boolean, limitMs = 30_000): Promise<void> {
  const end = performance.now() + limitMs;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`did not come true within ${limitMs} ms: ${condition}`);
    await setTimeout(5);
  }
}

function issue(hub: TestHub, slot: number, onAir: readonly number[]): number {
  const plan = planSlot(deployment, slot);
  hub.sendAir(plan, onAir);
  let due = 0;
  for (const { index, region, cell, receive } of plan.inspections)
    for (const accessPoint of receive) {
      hub.sendCommand(accessPoint, { slot, transmit: [], receive: [{ inspection: index, region, cell }] });
      due += 1;
    }
  return due;
}

const sorted = (lines: readonly Line[]) =>
  lines.toSorted((a, b) => a.slot - b.slot || a.inspection - b.inspection || a.accessPoint - b.accessPoint);

it('one process serves two fusion workers at once, each with the on-air set that this worker froze', async () => {
  await using one = await startHub();
  await using two = await startHub();
  const fusion = [one.address, two.address];
  const node = await createApNode(
    { ...base, VEDETTA_AP: everybody, VEDETTA_FUSION: fusion, VEDETTA_REGISTRY: null },
    'node',
    events,
  );
  const run = { run: 1, seed: 5 };
  const all = deployment.transmitAccessPoints;
  for (const hub of [one, two]) hub.startRun(run);
  await until(() => [one, two].every((hub) => hub.attached().length === everybody.length));
  let due = 0;
  for (const slot of [0, 1, 2]) {
    due += issue(one, slot, all);
    issue(two, slot, slot === 1 ? all.slice(1) : all);
  }
  await until(() => one.reports.length === due && two.reports.length === due);
  const [first, second] = [sorted(one.reports), sorted(two.reports)];
  const of = (lines: readonly Line[], slots: readonly number[]) => lines.filter(({ slot }) => slots.includes(slot));
  expect(of(second, [0, 2])).toEqual(of(first, [0, 2]));
  expect(of(second, [1])).not.toEqual(of(first, [1]));

  // One worker goes, and its run with it; the other does not notice.
  two.endRun();
  await until(() => two.attached().length === 0);
  const more = issue(one, 3, all);
  await until(() => one.reports.length === due + more);
  expect(one.attached()).toEqual(everybody);
  await node.close();
});

it('nodes that join share the access points, follow workers that come and go, and hand over without a gap', async () => {
  const registry = await createRegistry({ port: 0, scenarioHash: hash, accessPoints: everybody, settleMs: 100 });
  registry.lead(1);
  await using one = await startHub();
  await using two = await startHub();
  registry.setFusionEndpoints([one.address]);
  const join = (name: string) =>
    createApNode(
      { ...base, VEDETTA_AP: null, VEDETTA_FUSION: null, VEDETTA_REGISTRY: [`127.0.0.1:${registry.port}`] },
      name,
      events,
    );
  for (const hub of [one, two]) hub.startRun({ run: 1, seed: 5 });
  const north = await join('north');
  await until(() => one.attached().length === everybody.length);
  expect(two.attached()).toEqual([]);
  registry.setFusionEndpoints([one.address, two.address]);
  await until(() => two.attached().length === everybody.length);

  let lowest = everybody.length;
  const watch = setInterval(() => {
    lowest = Math.min(lowest, one.attached().length, two.attached().length);
  }, 1);
  const south = await join('south');
  const shares = () => registry.nodes().map(({ accessPoints }) => accessPoints.length);
  await until(() => registry.nodes().length === 2 && shares().every((share) => share > 0));
  const epochs = () => one.links().map(({ epoch }) => epoch as number);
  const assigned = () => registry.nodes().flatMap(({ accessPoints }) => accessPoints);
  await until(() => assigned().every(({ id, epoch }) => epochs()[id] === epoch));
  await south.close();
  await until(
    () => assigned().length === everybody.length && assigned().every(({ id, epoch }) => epochs()[id] === epoch),
  );
  clearInterval(watch);
  expect(lowest).toBe(everybody.length);

  registry.setFusionEndpoints([two.address]);
  await until(() => one.attached().length === 0);
  expect(two.attached()).toEqual(everybody);
  await north.close();
  await registry.close();
});
