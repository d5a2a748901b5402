import { expect, test } from 'vitest';
import { UnknownRunError } from '../errors.ts';
import { commitOf, newRun, type Opened, plan } from './fixtures.ts';

export function evaluationConformance(opened: () => Opened): void {
  test('evaluations count once, observed ones only, and show beside their decision', async () => {
    const { store } = opened();
    const { id } = await newRun(store);
    const decide = (slot: number, i: number) =>
      slot === 0 ? { outcome: (['targetPresent', 'targetAbsent', 'unobserved'] as const)[i] } : {};
    await store.commitFrame(commitOf(plan(id, 0), decide));
    expect(await store.lastEvaluatedSlot(id)).toBe(-1);
    const at = (slot: number, inspection: number, alarmProbability: number, targetInCell: boolean) => ({
      slot,
      inspection,
      alarmProbability,
      targetInCell,
    });
    const first = [at(0, 0, 0.75, true), at(0, 1, 0.25, false), at(0, 2, 0.5, true)];
    await store.recordEvaluations(id, first);
    await store.recordEvaluations(id, [...first, at(1, 1, 0.125, true), at(99, 0, 1, true)]);
    await store.recordEvaluations(id, []);
    expect(await store.calibration(id)).toEqual({
      evaluated: 3,
      alarms: 1,
      expectedAlarms: 1.125,
      variance: 0.75 * 0.25 + 0.25 * 0.75 + 0.125 * 0.875,
      withTarget: { evaluated: 2, alarms: 1, expectedAlarms: 0.875 },
    });
    expect((await store.decision(id, 0, 2))?.evaluation).toEqual(at(0, 2, 0.5, true));
    expect((await store.decision(id, 1, 0))?.evaluation).toBeNull();
    expect(await store.lastEvaluatedSlot(id)).toBe(1);
    await expect(store.calibration(1_000_000)).rejects.toThrow(UnknownRunError);
    await expect(store.totals(1_000_000)).rejects.toThrow(UnknownRunError);
  });
}
