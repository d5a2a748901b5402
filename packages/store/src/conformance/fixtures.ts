import type { Outcome } from '@vedetta/detection';
import type { Store } from '../interfaces.ts';
import type { DecisionRecord, FrameResult, PlannedFrame, Run, RunRequest } from '../records.ts';

/** What every backend's test hands to the suites. */
export interface Opened {
  readonly store: Store;
}

export const scenario = {
  hash: 'c0ffee',
  name: 'conformance',
  version: '0.1.0',
  network: { timing: { slotPeriodMs: 50 }, order: { b: 1, a: [0.1, 1e-7] } },
  world: { targets: [] },
};

export const request: RunRequest = { seed: 7, slots: null, pace: 'fast', falseAlarmProbability: 0.01 };

/** A queued run, and every other one finished: one suite may run after another. */
export async function newRun(store: Store): Promise<Run> {
  await store.adoptScenario(scenario);
  for (let open = await store.nextRun(); open !== null; open = await store.nextRun()) {
    await store.setRunStatus(open.id, 'stopped');
  }
  return store.createRun(request);
}

export interface FrameShape {
  readonly slots: number;
  readonly inspections: number;
}

const usual: FrameShape = { slots: 2, inspections: 3 };

export function plan(run: number, frame: number, { slots, inspections }: FrameShape = usual): PlannedFrame {
  return {
    run,
    frame,
    firstSlot: frame * slots,
    slots: Array.from({ length: slots }, (_, s) =>
      Array.from({ length: inspections }, (_, index) => ({
        index,
        phase: index % 2 === 1 ? ('tracking' as const) : ('detection' as const),
        region: (frame + index) % 4,
        cell: frame * slots + s,
        position: [index * 12.5, -0.1 * s, 50] as const,
        transmit: [0, 2, 4],
        receive: [1, 3, 5],
      })),
    ),
  };
}

export type Decide = (slot: number, inspection: number) => Partial<DecisionRecord>;

/** The planned frame as fusion would commit it; nothing is detected unless `decide` says so. */
export function commitOf(planned: PlannedFrame, decide: Decide = () => ({})): FrameResult {
  const { run, frame, firstSlot, slots } = planned;
  return {
    run,
    frame,
    slots: slots.map((_, s) => ({ slot: firstSlot + s, onAir: [0, 2, 4], stalled: false })),
    decisions: slots.flatMap((inspections, s) =>
      inspections.map((inspection) => ({
        slot: firstSlot + s,
        inspection,
        outcome: 'targetAbsent' as Outcome,
        statistic: 10.25 + inspection.index,
        rank: 9,
        threshold: 18.5,
        pValue: 0.5,
        reports: inspection.receive.map((accessPoint) => ({
          accessPoint,
          fate: 'used' as const,
          statistic: 3.1 + accessPoint,
          rank: 3,
        })),
        ...decide(firstSlot + s, inspection.index),
      })),
    ),
  };
}

/** Plans and commits frames `from … to − 1`. */
export async function fill(store: Store, run: number, from: number, to: number, shape = usual): Promise<void> {
  for (let frame = from; frame < to; frame += 1) {
    const planned = plan(run, frame, shape);
    await store.planFrame(planned);
    await store.commitFrame(commitOf(planned));
  }
}

/** Waits until `condition` holds. */
export async function until(condition: () => boolean | Promise<boolean>, timeoutMs = 10_000): Promise<void> {
  const end = performance.now() + timeoutMs;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`nothing came within ${timeoutMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
