import type { FrameResult } from '../records.ts';
import type { RunTotalsTable } from './tables.ts';

/** What a frame adds to the totals of its run. */
export function countFrame({ slots, decisions }: FrameResult, bytes: number): [keyof RunTotalsTable, number][] {
  const reports = decisions.flatMap((decision) => decision.reports);
  const outcomes = (outcome: string) => decisions.filter((decision) => decision.outcome === outcome).length;
  const fates = (fate: string) => reports.filter((report) => report.fate === fate).length;
  return [
    ['kept_slots', slots.length],
    ['kept_bytes', bytes],
    ['slots', slots.length],
    ['stalled_slots', slots.filter((slot) => slot.stalled).length],
    ['decisions', decisions.length],
    ['target_present', outcomes('targetPresent')],
    ['target_absent', outcomes('targetAbsent')],
    ['unobserved', outcomes('unobserved')],
    ['reports_expected', reports.length],
    ['reports_used', fates('used')],
    ['reports_late', fates('late')],
    ['reports_missing', fates('missing')],
  ];
}
