import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type ClientHttp2Session, type ClientHttp2Stream, connect } from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Deployment, deployNetwork, planSlot } from '@vedetta/deployment';
import {
  connectAccessPoint,
  encodeHello,
  fronthaulServiceName,
  protocolVersion,
  type ReceivedCommand,
} from '@vedetta/fronthaul';
import { parseNetwork } from '@vedetta/scenario';
import { createLogger } from '@vedetta/service-kit';
import {
  type Embedded,
  type FrameQueue,
  openEmbedded,
  type Pace,
  type Run,
  type StoredDecisionDetail,
} from '@vedetta/store';
import { Registry } from 'prom-client';
import { createFusion, createFusionEvents, type Fusion } from './index.ts';

/** A real hub on a socket, a real store in a temporary folder, and access points that say what a test wants: for tests. */

export const testHash = 'b1946ac92492d2347c6235b4d2611184';

/** 16 APs: 4 transmit, and three receive for each of 4 regions. */
const section = {
  areaSideMetres: 300,
  accessPoints: { count: 16, antennaCount: 2, placement: 'grid' },
  users: { count: 6, servingAccessPoints: 3 },
  block: { coherenceSamples: 24, sensingSamples: 16 },
  sensing: { regions: 4, transmitPerRegion: 3, receivePerRegion: 3, falseAlarmProbability: 0.01 },
  timing: { slotPeriodMs: 50, fusionWindowMs: 20 },
};

/** The store and the queue, once per test file. */
export async function openTestStore(): Promise<Embedded & { remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'vedetta-fusion-'));
  const embedded = await openEmbedded(folder, { version: 'test' });
  const network = parseNetwork(section);
  await embedded.store.adoptScenario({ name: 'test', network, world: null, hash: testHash, version: 'test' });
  return {
    ...embedded,
    async remove() {
      await embedded.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export interface TestFusion extends AsyncDisposable {
  readonly fusion: Fusion;
  readonly deployment: Deployment;
  readonly address: string;
  startRun(request: { slots: number; pace?: Pace; seed?: number }): Promise<Run>;
  /** Plans slots as one frame, the frame after `firstSlot / slots`, and queues it. */
  queueFrame(run: Run, firstSlot: number, slots: number): Promise<void>;
  /** Waits until the frame that starts at slot 0 is decided and returns its decisions. */
  decisions(run: Run): Promise<readonly StoredDecisionDetail[]>;
  /** Reports counted with this fate. */
  reports(fate: string): Promise<number>;
  /** Value of a counter with labels. */
  counted(metric: string, labels: Record<string, string>): Promise<number>;
  /** Ends the worker and leaves its run as it is; disposing also ends the run. */
  closeWorker(): Promise<void>;
}

export async function startFusion(
  embedded: Embedded,
  fronthaul: object = {},
  queue: FrameQueue = embedded.openQueue(),
  /** Access points that must be attached before frames are taken; 0: none. */
  awaited = 0,
): Promise<TestFusion> {
  const deployment = deployNetwork(parseNetwork({ ...section, fronthaul }));
  const registry = new Registry();
  const logger = createLogger({ name: 'fusion-test', level: 'silent' });
  const { store } = embedded;
  const fusion = await createFusion({
    deployment,
    scenarioHash: testHash,
    store,
    queue,
    host: '127.0.0.1',
    port: 0,
    logger,
    events: createFusionEvents(logger, registry),
    ...(awaited > 0 ? { untilReady: (_run, attached) => until(() => attached().length >= awaited) } : {}),
  });
  let current: Run | null = null;
  let closed: Promise<void> | null = null;

  function closeWorker(): Promise<void> {
    closed ??= fusion.close().then(() => queue.close());
    return closed;
  }

  async function counted(metric: string, labels: Record<string, string>): Promise<number> {
    const { values } = (await registry.getSingleMetric(metric)?.get()) ?? { values: [] };
    const wanted = Object.entries(labels);
    return values.find((value) => wanted.every(([key, label]) => value.labels[key] === label))?.value ?? 0;
  }

  return {
    fusion,
    deployment,
    address: `127.0.0.1:${fusion.hub.port}`,
    counted,
    closeWorker,
    reports: (fate) => counted('vedetta_fusion_reports_total', { fate }),
    async startRun({ slots, pace = 'fast', seed = 5 }) {
      const { id } = await store.createRun({ seed, slots, pace, falseAlarmProbability: 0.01 });
      current = await store.setRunStatus(id, 'running');
      return current;
    },
    async queueFrame(run, firstSlot, slots) {
      const inspections = Array.from({ length: slots }, (_, i) => planSlot(deployment, firstSlot + i).inspections);
      const frame = firstSlot / slots;
      await store.planFrame({ run: run.id, frame, firstSlot, slots: inspections });
      await queue.enqueue({ run: run.id, frame });
    },
    async decisions(run) {
      await until(() => store.isFrameDecided(run.id, 0));
      return (await store.slots(run.id, 0, 64)).flatMap(({ decisions }) => decisions);
    },
    async [Symbol.asyncDispose]() {
      if (current !== null && (await store.run(current.id))?.status === 'running')
        await store.setRunStatus(current.id, 'stopped');
      await closeWorker();
    },
  };
}

export async function until(condition: () => boolean | Promise<boolean>, limitMs = 20_000): Promise<void> {
  const end = performance.now() + limitMs;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`did not come true within ${limitMs} ms: ${condition}`);
    await setTimeout(2);
  }
}

export interface MadeUpReport {
  readonly accessPoint: number;
  readonly slot: number;
  readonly inspection: number;
  readonly statistic: number;
  readonly rank: number;
}

/** What a made-up receiver finds: a fixed function of who, when and where, with digits that do not add up exactly. */
export function madeUp(accessPoint: number, slot: number, inspection: number): MadeUpReport {
  const statistic = 4 * Math.exp(Math.sin(1 + accessPoint * 12.9898 + slot * 78.233 + inspection * 37.719));
  return { accessPoint, slot, inspection, statistic, rank: 3 };
}

export interface TestAccessPoints extends Disposable {
  /** Sends a report, whoever it is of. */
  send(report: MadeUpReport): void;
  close(accessPoint: number): void;
}

/** Attaches access points; `onDue` is called with the reports that each command asks for, and sends what it likes. */
export async function attach(
  { address, fusion }: TestFusion,
  run: Run,
  accessPoints: readonly number[],
  onDue: (due: readonly MadeUpReport[], points: TestAccessPoints, command: ReceivedCommand) => void = (due, points) => {
    for (const report of due) points.send(report);
  },
): Promise<TestAccessPoints> {
  const links = new Map(
    accessPoints.map((accessPoint) => [
      accessPoint,
      connectAccessPoint({
        address,
        accessPoint,
        epoch: 1,
        scenarioHash: testHash,
        run: run.id,
        onCommand: (command) => {
          const due = command.receive.map(({ inspection }) => madeUp(accessPoint, command.slot, inspection));
          onDue(due, points, command);
        },
        onDrain() {},
        onRefused() {},
        onConnection() {},
      }),
    ]),
  );
  const points: TestAccessPoints = {
    send: ({ accessPoint, ...report }) => links.get(accessPoint)?.sendReport(report),
    close(accessPoint) {
      links.get(accessPoint)?.close();
      links.delete(accessPoint);
    },
    [Symbol.dispose]() {
      for (const link of links.values()) link.close();
    },
  };
  await until(() => accessPoints.every((id) => fusion.attached().includes(id)));
  return points;
}

/** An access point that sends the bytes it is told to, over gRPC's own framing on Node's HTTP/2. */
export async function rawAccessPoint({ address, fusion }: TestFusion, run: Run, accessPoint: number) {
  const session: ClientHttp2Session = connect(`http://${address}`);
  session.on('error', () => {});
  await once(session, 'connect');
  const call: ClientHttp2Stream = session.request({
    ':method': 'POST',
    ':path': `/${fronthaulServiceName}/Attach`,
    'content-type': 'application/grpc',
    te: 'trailers',
  });
  call.on('error', () => {}).resume();
  const write = (message: Uint8Array) => {
    const prefix = Buffer.alloc(5);
    prefix.writeUInt32BE(message.length, 1);
    call.write(Buffer.concat([prefix, message]));
  };
  write(encodeHello({ accessPoint, epoch: 1, scenarioHash: testHash, run: run.id, protocolVersion }));
  await until(() => fusion.attached().includes(accessPoint));
  return { write, [Symbol.dispose]: () => session.destroy() };
}
