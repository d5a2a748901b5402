import { type DurationCounts, sumDurations } from './durations.ts';

/** What became of the reports of one access point at the fusion workers. */
export interface ReportFates {
  readonly used: number;
  readonly late: number;
  /** On their emulated way. */
  readonly lost: number;
  readonly duplicate: number;
  /** Nobody asked for them. */
  readonly unknown: number;
}

/** Reports as a fusion worker saw them since it started; times are emulated ms, wall ms at pace `fast`. */
export interface ReportCounters {
  readonly byAccessPoint: readonly (ReportFates & { readonly accessPoint: number })[];
  /** From the command to the report that was used. */
  readonly latency: DurationCounts;
  /** From the end of the window to the report that came after it. */
  readonly lateness: DurationCounts;
}

export const noReports: ReportCounters = { byAccessPoint: [], latency: [], lateness: [] };
const noFates: ReportFates = { used: 0, late: 0, lost: 0, duplicate: 0, unknown: 0 };

export function sumFates(a: ReportFates, b: ReportFates): ReportFates {
  return {
    used: a.used + b.used,
    late: a.late + b.late,
    lost: a.lost + b.lost,
    duplicate: a.duplicate + b.duplicate,
    unknown: a.unknown + b.unknown,
  };
}

export function totalFates(counters: ReportCounters): ReportFates {
  return counters.byAccessPoint.reduce(sumFates, noFates);
}

export function fatesOf(counters: ReportCounters, accessPoint: number): ReportFates {
  return counters.byAccessPoint.find((own) => own.accessPoint === accessPoint) ?? noFates;
}

export function sumReports(a: ReportCounters, b: ReportCounters): ReportCounters {
  const byAccessPoint = new Map(a.byAccessPoint.map((own) => [own.accessPoint, own]));
  for (const own of b.byAccessPoint) {
    const known = byAccessPoint.get(own.accessPoint) ?? noFates;
    byAccessPoint.set(own.accessPoint, { accessPoint: own.accessPoint, ...sumFates(known, own) });
  }
  return {
    byAccessPoint: [...byAccessPoint.values()].sort((x, y) => x.accessPoint - y.accessPoint),
    latency: sumDurations(a.latency, b.latency),
    lateness: sumDurations(a.lateness, b.lateness),
  };
}
