import type { ReportRecord } from '../records.ts';
import { exactNumberOrNull } from './exact-json.ts';
import type { ReportRow } from './tables.ts';

export interface ReportCounts {
  readonly expected: number;
  readonly used: number;
  readonly late: readonly number[];
  readonly missing: readonly number[];
}

export function encodeReports(reports: readonly ReportRecord[]): string {
  const rows = reports.map(
    ({ accessPoint, fate, statistic, rank }) =>
      `[${accessPoint},"${fate}",${exactNumberOrNull(statistic)},${exactNumberOrNull(rank)}]`,
  );
  return `[${rows.join(',')}]`;
}

export function decodeReports(rows: readonly ReportRow[]): ReportRecord[] {
  return rows.map(([accessPoint, fate, statistic, rank]) => ({
    accessPoint,
    fate,
    statistic: statistic === null ? null : Number(statistic),
    rank,
  }));
}

/** Invalid reports are expected, and neither used nor late nor missing. */
export function countReports(
  reports: readonly { readonly accessPoint: number; readonly fate: string }[],
): ReportCounts {
  const withFate = (fate: string) => reports.filter((report) => report.fate === fate).map((r) => r.accessPoint);
  return {
    expected: reports.length,
    used: withFate('used').length,
    late: withFate('late'),
    missing: withFate('missing'),
  };
}
