import { status } from '@grpc/grpc-js';
import { describe, expect, it } from 'vitest';
import { connectAir } from '../client/air-link.ts';
import { encodeHello, encodeReport } from '../codec/up.ts';
import { helloOf, link, rawPeer, startHub, testHash, until } from '../test-support.ts';

describe('a hello', () => {
  it('is answered by a welcome, and the access point is attached until it closes', async () => {
    await using hub = await startHub();
    hub.startRun({ run: 1, seed: 5 });
    using nine = link(hub, 9);
    using two = link(hub, 2);
    await until(() => hub.attached().length === 2);
    expect(hub.attached()).toEqual([2, 9]);
    await until(() => nine.seen.up.length === 1 && two.seen.up.length === 1);
    nine.close();
    await until(() => hub.seen.detached.length === 1);
    expect(hub.seen.detached).toEqual([{ accessPoint: 9, reason: 'closed by the peer' }]);
    expect(hub.attached()).toEqual([2]);
  });

  it.each([
    {
      what: 'another scenario hash',
      hello: { scenarioHash: 'ffff' },
      code: status.FAILED_PRECONDITION,
      words: ['ffff', testHash],
    },
    {
      what: 'another protocol version',
      hello: { protocolVersion: 77 },
      code: status.FAILED_PRECONDITION,
      words: ['77', '1'],
    },
    {
      what: 'an access point outside the network',
      hello: { accessPoint: 10 },
      code: status.NOT_FOUND,
      words: ['10', '0 to 9'],
    },
    { what: 'a run that is not on', hello: { run: 3 }, code: status.ABORTED, words: ['3', '1'] },
  ])('of $what is refused with a status and a reason that names both values', async ({ hello, code, words }) => {
    await using hub = await startHub();
    hub.startRun({ run: 1, seed: 5 });
    using peer = rawPeer(hub);
    peer.call.write(encodeHello({ ...helloOf(0), ...hello }));
    const ended = await peer.status;
    expect(ended.code).toBe(code);
    for (const word of words) expect(ended.details).toContain(word);
    expect(hub.attached()).toEqual([]);
    expect(peer.received).toEqual([]);
  });

  it('is refused while no run is on, and accepted by itself once its run starts', async () => {
    await using hub = await startHub();
    using one = link(hub, 1, { run: 4 });
    await until(() => one.seen.refusals.length === 1);
    expect(one.seen.refusals[0]).toEqual({ code: 'STALE_RUN', reason: 'access point 1 is of run 4, but no run is on' });
    hub.startRun({ run: 4, seed: 0 });
    await until(() => hub.attached().length === 1);
    expect(one.seen.refusals).toHaveLength(1);
  });

  it('with a permanent mismatch is told once and not repeated', async () => {
    await using hub = await startHub();
    hub.startRun({ run: 1, seed: 0 });
    using one = link(hub, 1, { hash: 'other' });
    await until(() => one.seen.refusals.length === 1);
    const { length } = hub.seen.invalid;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(hub.seen.invalid).toHaveLength(length);
    expect(one.seen.refusals.map(({ code }) => code)).toEqual(['SCENARIO_MISMATCH']);
  });

  it('that does not come is not waited for', async () => {
    await using hub = await startHub({ helloTimeoutMs: 100 });
    using peer = rawPeer(hub);
    peer.call.cork();
    expect((await peer.status).code).toBe(status.DEADLINE_EXCEEDED);
    expect(hub.seen.invalid).toMatchObject([{ accessPoint: null, reason: 'no hello within 100 ms' }]);
  });

  it('that is missing when the stream ends is asked for', async () => {
    await using hub = await startHub();
    using peer = rawPeer(hub);
    peer.call.end();
    expect(await peer.status).toMatchObject({
      code: status.INVALID_ARGUMENT,
      details: 'the stream ended without a hello',
    });
  });

  it('that is a report is refused', async () => {
    await using hub = await startHub();
    hub.startRun({ run: 1, seed: 0 });
    using peer = rawPeer(hub);
    peer.call.write(encodeReport({ slot: 1, inspection: 0, statistic: 1, rank: 1 }));
    const ended = await peer.status;
    expect(ended.code).toBe(status.INVALID_ARGUMENT);
    expect(ended.details).toContain('a report before the welcome');
    expect(hub.seen.reports).toEqual([]);
  });
});

describe('an epoch', () => {
  it('that is higher takes the access point over; the lower one stays away', async () => {
    await using hub = await startHub();
    hub.startRun({ run: 1, seed: 0 });
    using old = link(hub, 3, { epoch: 1 });
    await until(() => hub.attached().length === 1);
    using young = link(hub, 3, { epoch: 2 });
    await until(() => young.seen.up.includes(true) && old.seen.refusals.length === 1);
    expect(hub.seen.attached).toEqual([
      { accessPoint: 3, epoch: 1 },
      { accessPoint: 3, epoch: 2 },
    ]);
    expect(hub.seen.detached).toEqual([{ accessPoint: 3, reason: 'superseded by epoch 2' }]);
    expect(old.seen.refusals[0].code).toBe('SUPERSEDED');
    expect(hub.attached()).toEqual([3]);
    using late = link(hub, 3, { epoch: 0 });
    await until(() => late.seen.refusals.length === 1);
    expect(late.seen.refusals[0].code).toBe('SUPERSEDED');
  });

  it('that is in use is refused until the stream that has it ends', async () => {
    await using hub = await startHub();
    hub.startRun({ run: 1, seed: 0 });
    using first = link(hub, 3, { epoch: 5 });
    await until(() => hub.attached().length === 1);
    using second = link(hub, 3, { epoch: 5 });
    await until(() => second.seen.refusals.length === 1);
    expect(second.seen.refusals[0].code).toBe('EPOCH_IN_USE');
    first.close();
    await until(() => second.seen.up.includes(true));
  });
});

describe('a link', () => {
  it('that was closed calls nobody back, though commands were on their way', async () => {
    await using hub = await startHub();
    hub.startRun({ run: 1, seed: 0 });
    using one = link(hub, 1);
    await until(() => one.seen.up.length === 1);
    for (let slot = 0; slot < 50; slot += 1) hub.sendCommand(1, { slot, transmit: [], receive: [] });
    one.close();
    expect(one.sendReport({ slot: 1, inspection: 0, statistic: 1, rank: 1 })).toBe(false);
    await until(() => hub.attached().length === 0);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(one.seen).toEqual({ commands: [], drains: 0, refusals: [], up: [true] });
  });
});

describe('a run', () => {
  it('that follows another is taken up without a single refusal by a process that goes by its air feed', async () => {
    await using hub = await startHub();
    let links: ReturnType<typeof link>[] = [];
    const refusals: string[] = [];
    const closeLinks = (): void => {
      for (const { close, seen } of links) {
        close();
        refusals.push(...seen.refusals.map(({ reason }) => reason));
      }
    };
    const air = connectAir({
      address: hub.address,
      scenarioHash: testHash,
      processName: 'test',
      accessPoints: () => [0, 1, 2],
      onRun: ({ run }) => {
        links = [0, 1, 2].map((accessPoint) => link(hub, accessPoint, { run }));
      },
      onRunEnd: closeLinks,
      onSlot() {},
      onRefused: (reason) => refusals.push(reason),
      onConnection() {},
    });
    for (let run = 1; run <= 5; run += 1) {
      hub.startRun({ run, seed: run });
      await until(() => hub.attached().length === 3);
      if (run % 2 === 0) hub.endRun();
    }
    closeLinks();
    air.close();
    expect(refusals).toEqual([]);
    expect(hub.seen.attached).toHaveLength(15);
  });

  it('that ends drains its streams, and detaches each access point once', async () => {
    await using hub = await startHub();
    hub.startRun({ run: 1, seed: 0 });
    using one = link(hub, 1);
    await until(() => one.seen.up.length === 1);
    hub.endRun();
    expect(hub.attached()).toEqual([]);
    await until(() => one.seen.drains === 1 && one.seen.refusals.length === 1);
    expect(hub.seen.detached).toEqual([{ accessPoint: 1, reason: 'run ended' }]);
    expect(hub.sendCommand(1, { slot: 0, transmit: [], receive: [] })).toBe(false);
    expect(hub.seen.invalid).toEqual([]);
  });
});
