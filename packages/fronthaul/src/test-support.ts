import { setTimeout } from 'node:timers/promises';
import { Client, type ClientDuplexStream, credentials, type MethodDefinition, type StatusObject } from '@grpc/grpc-js';
import { connectAccessPoint } from './client/access-point-link.ts';
import type { ReportPlace } from './codec/result.ts';
import { fronthaulService } from './definition.ts';
import { protocolVersion, type ReceivedCommand, type ReportMessage } from './messages.ts';
import { createFronthaulHub, type FronthaulHub, type FronthaulHubOptions } from './server/hub.ts';

/** Real hubs, real sockets: what the tests of this package share. */

export const testHash = 'b1946ac92492d2347c6235b4d2611184';

export interface Happenings {
  readonly attached: { accessPoint: number; epoch: number }[];
  readonly detached: { accessPoint: number; reason: string }[];
  readonly reports: { accessPoint: number; report: ReportMessage }[];
  readonly invalid: { accessPoint: number | null; reason: string; at: ReportPlace | null }[];
}

export type TestHub = FronthaulHub & AsyncDisposable & { readonly seen: Happenings; readonly address: string };

/** A hub of access points 0 to 9 that remembers what it was told. */
export async function startHub(options: Partial<FronthaulHubOptions> = {}): Promise<TestHub> {
  const seen: Happenings = { attached: [], detached: [], reports: [], invalid: [] };
  const hub = await createFronthaulHub({
    port: 0,
    scenarioHash: testHash,
    accessPoints: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    handlers: {
      onAttach: (accessPoint, epoch) => seen.attached.push({ accessPoint, epoch }),
      onDetach: (accessPoint, reason) => seen.detached.push({ accessPoint, reason }),
      onReport: (accessPoint, report) => seen.reports.push({ accessPoint, report }),
      onInvalid: (accessPoint, reason, at) => seen.invalid.push({ accessPoint, reason, at }),
    },
    ...options,
  });
  return { ...hub, seen, address: `127.0.0.1:${hub.port}`, [Symbol.asyncDispose]: () => hub.close() };
}

/** Waits for a condition, which must come true within `limitMs`. */
export async function until(condition: () => boolean, limitMs = 10_000): Promise<void> {
  const end = performance.now() + limitMs;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`did not come true within ${limitMs} ms: ${condition}`);
    await setTimeout(2);
  }
}

export function link(
  hub: { address: string },
  accessPoint: number,
  options: { epoch?: number; run?: number; hash?: string } = {},
) {
  const seen = {
    commands: [] as ReceivedCommand[],
    drains: 0,
    refusals: [] as { reason: string; code: string }[],
    up: [] as boolean[],
  };
  const own = connectAccessPoint({
    address: hub.address,
    accessPoint,
    epoch: options.epoch ?? 1,
    scenarioHash: options.hash ?? testHash,
    run: options.run ?? 1,
    onCommand: (command) => seen.commands.push(command),
    onDrain: () => {
      seen.drains += 1;
    },
    onRefused: (reason, code) => seen.refusals.push({ reason, code }),
    onConnection: (up) => seen.up.push(up),
  });
  return { ...own, seen, [Symbol.dispose]: () => own.close() };
}

/** A peer that sends whatever it is told to. */
export function rawPeer(hub: { address: string }, method: MethodDefinition<Buffer, Buffer> = fronthaulService.attach) {
  const client = new Client(hub.address, credentials.createInsecure(), { 'grpc.use_local_subchannel_pool': 1 });
  const call: ClientDuplexStream<Buffer, Buffer> = client.makeBidiStreamRequest(
    method.path,
    method.requestSerialize,
    method.responseDeserialize,
  );
  const received: Buffer[] = [];
  const { promise: status, resolve } = Promise.withResolvers<StatusObject>();
  call.on('data', (bytes: Buffer) => received.push(bytes));
  call.on('error', () => {});
  call.on('status', resolve);
  return {
    call,
    received,
    /** How the call ended. */
    status,
    [Symbol.dispose]() {
      call.cancel();
      client.close();
    },
  };
}

export function helloOf(accessPoint: number, run = 1, epoch = 1) {
  return { accessPoint, epoch, scenarioHash: testHash, run, protocolVersion };
}
