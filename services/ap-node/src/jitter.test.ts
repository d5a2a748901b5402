import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { jitteredDelivery } from './jitter.ts';
import type { InspectionReport } from './receive.ts';

const reports = Array.from({ length: 40 }, (_, slot): InspectionReport => {
  return { accessPoint: 1, slot, inspection: 0, statistic: slot / 3, rank: 2 };
});

describe('the delivery of reports', () => {
  it('without jitter is at once and in order', () => {
    const sent: InspectionReport[] = [];
    const delivery = jitteredDelivery(0, (report) => sent.push(report));
    for (const report of reports) delivery.send(report);
    expect(sent).toEqual(reports);
  });

  it('with jitter every report arrives once, unchanged, in another order', async () => {
    const sent: InspectionReport[] = [];
    const delivery = jitteredDelivery(60, (report) => sent.push(report));
    for (const report of reports) delivery.send(report);
    for (let waited = 0; sent.length < reports.length && waited < 500; waited++) await setTimeout(10);
    expect(sent.toSorted((a, b) => a.slot - b.slot)).toEqual(reports);
    expect(sent).not.toEqual(reports);
  });

  it('nothing of a run that has ended is sent', async () => {
    const sent: InspectionReport[] = [];
    const delivery = jitteredDelivery(20, (report) => sent.push(report));
    for (const report of reports) delivery.send(report);
    delivery.clear();
    await setTimeout(40);
    expect(sent).toEqual([]);
  });
});
