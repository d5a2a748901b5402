import { expect, test } from 'vitest';
import { UnknownRunError } from '../errors.ts';
import type { FrameResult } from '../records.ts';
import { commitOf, fill, newRun, type Opened, plan } from './fixtures.ts';

export function frameConformance(opened: () => Opened): void {
  test('what is planned is read back as it was, undecided until it is committed', async () => {
    const { store } = opened();
    const { id } = await newRun(store);
    expect(await store.lastPlannedFrame(id)).toBe(-1);
    const frames = [plan(id, 0), plan(id, 1), plan(id, 2)];
    for (const frame of frames) await store.planFrame(frame);
    expect(await store.undecidedFrames(id)).toEqual(frames);
    expect(await store.lastPlannedFrame(id)).toBe(2);
    await store.commitFrame(commitOf(frames[1]));
    expect((await store.undecidedFrames(id)).map(({ frame }) => frame)).toEqual([0, 2]);
    expect(await store.plannedFrame(id, 1)).toEqual(frames[1]);
    expect(await store.isFrameDecided(id, 1)).toBe(true);
    expect(await store.isFrameDecided(id, 2)).toBe(false);
    expect(await store.plannedFrame(id, 9)).toBeNull();
  });

  test('the first plan of a frame stays, and a plan for no run is an error', async () => {
    const { store } = opened();
    const { id } = await newRun(store);
    await store.planFrame(plan(id, 0));
    await store.planFrame({ ...plan(id, 0), slots: [] });
    expect(await store.plannedFrame(id, 0)).toEqual(plan(id, 0));
    await expect(store.planFrame(plan(1_000_000, 0))).rejects.toThrow(UnknownRunError);
  });

  test('the first commit of a frame wins and the second writes nothing', async () => {
    const { store } = opened();
    const { id } = await newRun(store);
    const planned = plan(id, 0);
    const first = commitOf(planned);
    const second = commitOf(planned, () => ({ outcome: 'targetPresent' }));
    const before = await store.lastEventId();
    expect(await Promise.all([store.commitFrame(first), store.commitFrame(second)])).toEqual([true, false]);
    const { items } = await store.decisions({ run: id, limit: 100 });
    expect(items.map(({ outcome }) => outcome)).toEqual(Array(6).fill('targetAbsent'));
    expect(await store.eventsAfter(before, 10)).toHaveLength(1);
    expect(await store.totals(id)).toMatchObject({ slots: 2, decisions: 6, targetPresent: 0 });
    expect((await store.run(id))?.decidedSlots).toBe(2);
  });

  test('a frame that is invalid in one place leaves no trace', async () => {
    const { store } = opened();
    const { id } = await newRun(store);
    const good = commitOf(plan(id, 0));
    const bad: FrameResult = { ...good, decisions: [...good.decisions, good.decisions[0]] };
    await expect(store.commitFrame(bad)).rejects.toThrow();
    expect((await store.decisions({ run: id, limit: 10 })).items).toEqual([]);
    expect(await store.isFrameDecided(id, 0)).toBe(false);
    expect(await store.commitFrame(good)).toBe(true);
  });

  test('every double comes back bit for bit, in decisions, reports and plans', async () => {
    const { store } = opened();
    const { id } = await newRun(store);
    const values = [
      5e-324,
      2.2250738585072014e-308,
      -0,
      0.1 + 0.2,
      1 / 3,
      1e21,
      1.7976931348623157e308,
      123456789.12345679,
    ];
    const shape = { slots: 1, inspections: values.length };
    const base = plan(id, 0, shape);
    const planned = {
      ...base,
      slots: base.slots.map((slot) => slot.map((one, i) => ({ ...one, position: [values[i], 1, -0] as const }))),
    };
    await store.planFrame(planned);
    const result = commitOf(planned, (_, i) => ({
      statistic: values[i],
      threshold: values[i],
      pValue: values[i],
      reports: [{ accessPoint: 1, fate: 'used', statistic: values[i], rank: 3 }],
    }));
    await store.commitFrame(result);
    const same = (actual: readonly (number | null)[]) => values.every((value, i) => Object.is(actual[i], value));
    const [{ decisions }] = await store.slots(id, 0, 1);
    expect(same(decisions.map((d) => d.statistic))).toBe(true);
    expect(same(decisions.map((d) => d.threshold))).toBe(true);
    expect(same(decisions.map((d) => d.pValue))).toBe(true);
    expect(same(decisions.map((d) => d.position[0]))).toBe(true);
    expect(same(decisions.map((d) => d.reports[0].statistic))).toBe(true);
    expect(same((await store.plannedFrame(id, 0))?.slots[0].map((i) => i.position[0]) ?? [])).toBe(true);
  });

  test('a decision comes back with every local statistic, and who was late or missing', async () => {
    const { store } = opened();
    const { id } = await newRun(store);
    const reports = [
      { accessPoint: 1, fate: 'used', statistic: 4.5, rank: 3 },
      { accessPoint: 3, fate: 'late', statistic: 2.5, rank: 3 },
      { accessPoint: 5, fate: 'missing', statistic: null, rank: null },
      { accessPoint: 7, fate: 'invalid', statistic: null, rank: null },
    ] as const;
    const planned = plan(id, 4);
    const result = commitOf(planned, (slot) => (slot === 9 ? { reports, threshold: null, pValue: null } : {}));
    await store.commitFrame({
      ...result,
      slots: result.slots.map((s) => ({ ...s, onAir: [0, 4], stalled: s.slot === 9 })),
    });
    expect(await store.decision(id, 9, 2)).toEqual({
      run: id,
      slot: 9,
      inspection: 2,
      phase: 'detection',
      region: 2,
      cell: 9,
      position: [25, -0.1, 50],
      outcome: 'targetAbsent',
      statistic: 12.25,
      rank: 9,
      threshold: null,
      pValue: null,
      timeMs: 450,
      decidedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      reportsExpected: 4,
      reportsUsed: 1,
      missing: [5],
      late: [3],
      stalled: true,
      transmit: [0, 2, 4],
      onAir: [0, 4],
      reports,
      evaluation: null,
    });
    expect(await store.decision(id, 10, 0)).toBeNull();
    expect(await store.totals(id)).toMatchObject({
      reportsExpected: 21,
      reportsUsed: 12,
      reportsLate: 3,
      reportsMissing: 3,
    });
    expect(await store.totals(id)).toMatchObject({ stalledSlots: 1 });
  });

  test('consecutive slots are read across frames, with their on-air sets', async () => {
    const { store } = opened();
    const { id } = await newRun(store);
    await fill(store, id, 0, 4);
    const slots = await store.slots(id, 3, 4);
    expect(slots.map(({ record }) => record)).toEqual(
      [3, 4, 5, 6].map((slot) => ({ slot, onAir: [0, 2, 4], stalled: false })),
    );
    expect(slots.flatMap(({ decisions }) => decisions.map((d) => [d.slot, d.inspection]))).toEqual(
      [3, 4, 5, 6].flatMap((slot) => [0, 1, 2].map((inspection) => [slot, inspection])),
    );
    expect((await store.slots(id, 6, 100)).map(({ record }) => record.slot)).toEqual([6, 7]);
    expect(await store.slots(id, 50, 10)).toEqual([]);
  });
}
