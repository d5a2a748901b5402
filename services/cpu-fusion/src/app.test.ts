import { planSlot } from '@vedetta/deployment';
import { fuse } from '@vedetta/detection';
import { connectAccessPoint, connectAir, encodeReport, type RefusalCode } from '@vedetta/fronthaul';
import { drawKey, fillUniform } from '@vedetta/numerics';
import type { DecisionRecord, FrameQueue, StoredDecisionDetail } from '@vedetta/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  attach,
  type MadeUpReport,
  madeUp,
  openTestStore,
  rawAccessPoint,
  startFusion,
  type TestAccessPoints,
  testHash,
  until,
} from './test-support.ts';

let embedded: Awaited<ReturnType<typeof openTestStore>>;
beforeAll(async () => {
  embedded = await openTestStore();
});
afterAll(() => embedded.remove());

const fateOf = (decision: StoredDecisionDetail, accessPoint: number) =>
  decision.reports.find((report) => report.accessPoint === accessPoint)?.fate;

/** Everything of a decision but its run and its wall clock. */
const essence = (decisions: readonly StoredDecisionDetail[]) =>
  decisions.map(({ run: _run, decidedAt: _decidedAt, evaluation: _evaluation, ...rest }) => rest);

/** Reports due in a slot: four inspections, three receive APs each. */
const perSlot = 12;
const everybody = Array.from({ length: 16 }, (_, id) => id);

describe('a fusion worker', () => {
  it('decides what was planned from the reports of the APs, and tells the air who transmits', async () => {
    await using net = await startFusion(embedded);
    const run = await net.startRun({ slots: 2 });
    const told: { slot: number; onAir: readonly number[] }[] = [];
    const air = connectAir({
      address: net.address,
      scenarioHash: testHash,
      processName: 'test',
      accessPoints: () => everybody,
      onRun: (on) => expect(on).toEqual({ run: run.id, seed: run.seed }),
      onRunEnd() {},
      onSlot: ({ slot }, onAir) => told.push({ slot, onAir }),
      onRefused() {},
      onConnection() {},
    });
    await until(() => net.fusion.hub.airFeeds() === 1);
    const silentTransmitter = net.deployment.transmitAccessPoints[1];
    const attached = everybody.filter((id) => id !== silentTransmitter);
    using _points = await attach(net, run, attached);
    await net.queueFrame(run, 0, 2);
    const decisions = await net.decisions(run);
    expect(decisions).toHaveLength(8);
    const onAir = net.deployment.transmitAccessPoints.filter((id) => id !== silentTransmitter);
    for (const decision of decisions) {
      const reports = decision.reports.map(({ accessPoint }) =>
        madeUp(accessPoint, decision.slot, decision.inspection),
      );
      expect(reports).toHaveLength(3);
      expect(decision).toMatchObject({ ...fuse(reports, 0.01), reportsUsed: 3, onAir, stalled: false });
    }
    await until(() => told.length === 2);
    expect(told).toEqual([
      { slot: 0, onAir },
      { slot: 1, onAir },
    ]);
    air.close();
  });

  it('counts and drops a report for an unknown slot, an unknown inspection or from one who was not asked', async () => {
    await using net = await startFusion(embedded);
    const run = await net.startRun({ slots: 1 });
    using _points = await attach(net, run, everybody, (due, points) => {
      for (const report of due) {
        points.send({ ...report, slot: 999 });
        points.send({ ...report, inspection: 77 });
        points.send({ ...report, accessPoint: net.deployment.transmitAccessPoints[0] });
        points.send(report);
      }
    });
    await net.queueFrame(run, 0, 1);
    const decisions = await net.decisions(run);
    await until(async () => (await net.reports('unknown')) === 3 * perSlot);
    expect(await net.reports('used')).toBe(perSlot);
    expect(decisions.map(({ reportsUsed }) => reportsUsed)).toEqual([3, 3, 3, 3]);
    expect(net.fusion.attached()).toEqual(everybody);
  });

  it("drops a NaN statistic as 'invalid' and decides with the rest", async () => {
    await using net = await startFusion(embedded);
    const run = await net.startRun({ slots: 1 });
    const [broken] = net.deployment.regions[0].receive;
    using _points = await attach(
      net,
      run,
      everybody.filter((id) => id !== broken),
    );
    using raw = await rawAccessPoint(net, run, broken);
    await net.queueFrame(run, 0, 1);
    const concerned = net.deployment.regions.filter(({ receive }) => receive.includes(broken));
    await until(async () => (await net.reports('used')) === perSlot - concerned.length);
    for (const { id: inspection } of concerned) {
      const bytes = encodeReport({ slot: 0, inspection, statistic: 1.25, rank: 3 });
      const at = bytes.indexOf(Buffer.from('000000000000f43f', 'hex'));
      expect(at).toBeGreaterThan(0);
      bytes.writeDoubleLE(Number.NaN, at);
      raw.write(bytes);
    }
    const decisions = await net.decisions(run);
    const record = decisions[0].reports.find(({ accessPoint }) => accessPoint === broken);
    expect(record).toEqual({ accessPoint: broken, fate: 'invalid', statistic: null, rank: null });
    expect(decisions[0]).toMatchObject({ reportsUsed: 2, rank: 6, missing: [] });
    expect(decisions[0].outcome).not.toBe('unobserved');
    expect(await net.reports('invalid')).toBe(concerned.length);
    expect(net.fusion.attached()).toContain(broken);
  });

  it('refuses an AP of another scenario and names both hashes', async () => {
    await using net = await startFusion(embedded);
    const run = await net.startRun({ slots: 1 });
    const refusals: { reason: string; code: RefusalCode }[] = [];
    const stranger = connectAccessPoint({
      address: net.address,
      accessPoint: 3,
      epoch: 1,
      scenarioHash: 'feedbeef',
      run: run.id,
      onCommand() {},
      onDrain() {},
      onRefused: (reason, code) => refusals.push({ reason, code }),
      onConnection() {},
    });
    await until(() => refusals.length > 0);
    expect(refusals[0].code).toBe('SCENARIO_MISMATCH');
    expect(refusals[0].reason).toContain('feedbeef');
    expect(refusals[0].reason).toContain(testHash);
    expect(net.fusion.attached()).toEqual([]);
    expect(await net.reports('invalid')).toBe(1);
    stranger.close();
  });

  it('records what comes after the window as late, and decides without it', async () => {
    await using net = await startFusion(embedded);
    // A slot a second, and 400 ms to report.
    const run = await net.startRun({ slots: 3, pace: 0.05 });
    const [slow] = net.deployment.regions[0].receive;
    let held: MadeUpReport[] = [];
    using _points = await attach(net, run, everybody, (due, points, { slot }) => {
      if (due[0]?.accessPoint === slow && slot === 0) {
        held = [...due];
        return;
      }
      for (const report of due) points.send(report);
      if (slot === 2) for (const report of held.splice(0)) points.send(report);
    });
    await net.queueFrame(run, 0, 3);
    const decisions = await net.decisions(run);
    const affected = decisions.filter((decision) => decision.slot === 0 && fateOf(decision, slow) !== undefined);
    expect(affected.length).toBeGreaterThan(0);
    for (const decision of affected) {
      expect(decision).toMatchObject({ late: [slow], missing: [], reportsUsed: 2, rank: 6, stalled: false });
      const record = decision.reports.find(({ accessPoint }) => accessPoint === slow);
      expect(record?.statistic).toBe(madeUp(slow, 0, decision.inspection).statistic);
    }
    expect(await net.reports('late')).toBe(affected.length);
  });

  it('goes on without an AP whose connection dies while its report is awaited', async () => {
    await using net = await startFusion(embedded);
    const run = await net.startRun({ slots: 1 });
    const [dying] = net.deployment.regions[0].receive;
    using _points = await attach(net, run, everybody, (due, points) => {
      for (const report of due) {
        if (report.accessPoint === dying) points.close(dying);
        else points.send(report);
      }
    });
    await net.queueFrame(run, 0, 1);
    const [decision] = await net.decisions(run);
    expect(decision).toMatchObject({ missing: [dying], reportsUsed: 2, stalled: false });
    expect(net.fusion.attached()).not.toContain(dying);
  });
});

describe('a run that is stopped', () => {
  it('ends its frames undecided and its links, and the worker turns to the next run', async () => {
    await using net = await startFusion(embedded);
    const { store } = embedded;
    const stopped = await net.startRun({ slots: 1 });
    let commands = 0;
    {
      using _silent = await attach(net, stopped, everybody, () => {
        commands++;
      });
      await net.queueFrame(stopped, 0, 1);
      await until(() => commands > 0);
      await store.setRunStatus(stopped.id, 'stopped');
      await until(() => net.fusion.attached().length === 0);
    }
    const next = await net.startRun({ slots: 1 });
    using _points = await attach(net, next, everybody);
    await net.queueFrame(next, 0, 1);
    expect((await net.decisions(next)).map(({ reportsUsed }) => reportsUsed)).toEqual([3, 3, 3, 3]);
    expect(await store.isFrameDecided(stopped.id, 0)).toBe(false);
    expect((await store.slots(stopped.id, 0, 8)).length).toBe(0);
  });
});

describe('a worker that closes in the middle of a frame', () => {
  it('leaves it undecided, and another worker decides it', async () => {
    const { store } = embedded;
    let commands = 0;
    const first = await startFusion(embedded);
    const run = await first.startRun({ slots: 1 });
    const silent = await attach(first, run, everybody, () => {
      commands++;
    });
    await first.queueFrame(run, 0, 1);
    await until(() => commands > 0);
    await first.closeWorker();
    silent[Symbol.dispose]();
    expect(await store.isFrameDecided(run.id, 0)).toBe(false);

    await using second = await startFusion(embedded, {}, embedded.openQueue(), everybody.length);
    using _points = await attach(second, run, everybody);
    await second.queueFrame(run, 0, 1);
    expect((await second.decisions(run)).map(({ reportsUsed }) => reportsUsed)).toEqual([3, 3, 3, 3]);
    await first[Symbol.asyncDispose]();
  });
});

describe('a frame that is committed twice', () => {
  it('is published once: the first commit wins and the second is discarded whole', async () => {
    await using net = await startFusion(embedded);
    const { store } = embedded;
    const run = await net.startRun({ slots: 1 });
    const due: MadeUpReport[] = [];
    using points = await attach(net, run, everybody, (reports) => {
      due.push(...reports);
    });
    await net.queueFrame(run, 0, 1);
    await until(() => due.length === perSlot);
    const [planned] = await store.undecidedFrames(run.id);
    const before = await store.lastEventId();
    const decisions = planned.slots[0].map((inspection): DecisionRecord => {
      const reports = inspection.receive.map((accessPoint) => ({ accessPoint, statistic: 40, rank: 3 }));
      return {
        ...fuse(reports, 0.01),
        slot: 0,
        inspection,
        reports: reports.map((report) => ({ ...report, fate: 'used' })),
      };
    });
    const record = { slot: 0, onAir: [], stalled: false };
    expect(await store.commitFrame({ run: run.id, frame: 0, slots: [record], decisions })).toBe(true);
    for (const report of due) points.send(report);
    await until(async () => (await net.reports('used')) === perSlot);
    // When the next frame is decided, the worker has tried to commit this one.
    await net.queueFrame(run, 1, 1);
    await until(() => due.length === 2 * perSlot);
    for (const report of due.slice(perSlot)) points.send(report);
    await until(() => store.isFrameDecided(run.id, 1));

    const [slot] = await store.slots(run.id, 0, 1);
    expect(slot.decisions.map(({ statistic }) => statistic)).toEqual([120, 120, 120, 120]);
    const events = (await store.eventsAfter(before, 100)).map(({ body }) => body);
    const ofFrame = events.filter((body) => body.type === 'frame' && body.run === run.id && body.frame === 0);
    expect(ofFrame).toHaveLength(1);
    expect(events.filter((body) => body.type === 'decision' && body.decision.slot === 0)).toHaveLength(4);
    const second = (await store.slots(run.id, 1, 1))[0].decisions;
    for (const outcome of ['targetPresent', 'targetAbsent']) {
      const decided = second.filter((decision) => decision.outcome === outcome).length;
      expect(await net.counted('vedetta_fusion_decisions_total', { outcome })).toBe(decided);
    }
  });
});

describe('an access point that is hosted elsewhere in the middle of a slot', () => {
  it('is asked again there, and its report is used', async () => {
    await using net = await startFusion(embedded);
    const run = await net.startRun({ slots: 1 });
    const [moving] = net.deployment.receiveAccessPoints.filter((id) =>
      planSlot(net.deployment, 0).inspections.some(({ receive }) => receive.includes(id)),
    );
    using _points = await attach(net, run, everybody, (due, points) => {
      for (const report of due) if (report.accessPoint !== moving) points.send(report);
    });
    await net.queueFrame(run, 0, 1);
    await until(async () => (await net.reports('used')) > 0);
    const elsewhere = connectAccessPoint({
      address: net.address,
      accessPoint: moving,
      epoch: 2,
      scenarioHash: testHash,
      run: run.id,
      onCommand: ({ slot, receive }) => {
        for (const { inspection } of receive) elsewhere.sendReport(madeUp(moving, slot, inspection));
      },
      onDrain() {},
      onRefused() {},
      onConnection() {},
    });
    const decisions = await net.decisions(run);
    elsewhere.close();
    expect(decisions.flatMap(({ reports }) => reports).every(({ fate }) => fate === 'used')).toBe(true);
  });
});

describe('a frame that is delivered again while it is under way', () => {
  it('is carried out once, and both deliveries end with it', async () => {
    let deliver: Parameters<FrameQueue['consume']>[0] = async () => {};
    const queue: FrameQueue = {
      async enqueue() {},
      consume(handler) {
        deliver = handler;
      },
      async discard() {},
      async close() {},
    };
    await using net = await startFusion(embedded, {}, queue);
    const run = await net.startRun({ slots: 1 });
    const due: MadeUpReport[] = [];
    using points = await attach(net, run, everybody, (reports) => {
      due.push(...reports);
    });
    await net.queueFrame(run, 0, 1);
    const { signal } = new AbortController();
    const deliveries = [1, 2].map(() => deliver({ run: run.id, frame: 0 }, signal));
    await until(() => due.length >= perSlot);
    for (const report of due.slice(0, perSlot)) points.send(report);
    await Promise.all(deliveries);
    expect(due).toHaveLength(perSlot);
    const decisions = await net.decisions(run);
    expect(decisions.flatMap(({ reports }) => reports).every(({ fate }) => fate === 'used')).toBe(true);
    expect(await net.counted('vedetta_fusion_frames_total', { fate: 'decided' })).toBe(1);
  });
});

describe('the order of messages', () => {
  /** Holds all reports of a frame of three slots and lets them go in the order that `arrange` gives. */
  async function decidedInOrder(arrange: (reports: MadeUpReport[]) => MadeUpReport[], loss = 0) {
    await using net = await startFusion(embedded, { link: { up: { lossProbability: loss } } });
    const run = await net.startRun({ slots: 3 });
    const due: MadeUpReport[] = [];
    const release = (points: TestAccessPoints) => {
      for (const report of arrange(due)) points.send(report);
    };
    using _points = await attach(net, run, everybody, (reports, points) => {
      due.push(...reports);
      if (due.length === 3 * perSlot) release(points);
    });
    await net.queueFrame(run, 0, 3);
    const decisions = await net.decisions(run);
    return { run, decisions, lost: await net.reports('lost'), used: await net.reports('used') };
  }

  const rank = ({ accessPoint, slot, inspection }: MadeUpReport) =>
    Math.sin(accessPoint * 91.7 + slot * 17.3 + inspection * 5.1);
  const byName = (reports: MadeUpReport[]) =>
    reports.toSorted((a, b) => a.slot - b.slot || a.inspection - b.inspection || a.accessPoint - b.accessPoint);
  const orders = [
    byName,
    (all: MadeUpReport[]) => byName(all).reverse(),
    (all: MadeUpReport[]) => all.toSorted((a, b) => rank(a) - rank(b)),
  ];

  it('leaves no trace in the decisions', async () => {
    const reference = await decidedInOrder(orders[0]);
    expect(reference.used).toBe(3 * perSlot);
    for (const order of orders.slice(1))
      expect(essence((await decidedInOrder(order)).decisions)).toEqual(essence(reference.decisions));
  });

  it('leaves no trace in what is lost on purpose: loss is a draw with a name', async () => {
    const uniform = new Float64Array(1);
    const key = drawKey(5, 'report-loss');
    const isLost = (slot: number, inspection: number, accessPoint: number) => {
      fillUniform(key, slot, inspection, accessPoint, uniform);
      return uniform[0] < 0.3;
    };
    const [one, two] = [await decidedInOrder(orders[0], 0.3), await decidedInOrder(orders[2], 0.3)];
    expect(one.lost).toBeGreaterThan(0);
    expect(one.lost + one.used).toBe(3 * perSlot);
    for (const { slot, inspection, reports } of one.decisions)
      for (const { accessPoint, fate } of reports)
        expect(fate).toBe(isLost(slot, inspection, accessPoint) ? 'missing' : 'used');
    expect(essence(two.decisions)).toEqual(essence(one.decisions));
  });
});
