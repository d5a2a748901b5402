import { DetectionError } from './errors.ts';
import { detectionThreshold, pValue } from './thresholds.ts';
import type { Fusion, LocalStatistic, Report } from './types.ts';

/** A statistic that can be added: finite, not negative, with a whole rank; without rank there is nothing to report but 0. */
export function isValidLocalStatistic({ statistic, rank }: LocalStatistic): boolean {
  return (
    Number.isFinite(statistic) &&
    statistic >= 0 &&
    Number.isSafeInteger(rank) &&
    rank >= 0 &&
    (rank > 0 || statistic === 0)
  );
}

/**
 * The CPU's decision on one inspection: Σ T_m against the threshold of Σ r_m (35), over exactly the reports that arrived. A lost report
 * costs detection probability, never false alarms.
 *
 * @param reports  in any order; they are added in ascending AP id, so the order of arrival leaves no trace.
 * @throws {DetectionError} for two reports of one AP or a report that is not valid (callers drop and count those before).
 */
export function fuse(reports: readonly Report[], falseAlarmProbability: number): Fusion {
  const ordered = [...reports].sort((a, b) => a.accessPoint - b.accessPoint);
  let statistic = 0;
  let rank = 0;
  ordered.forEach((report, i) => {
    if (i > 0 && ordered[i - 1].accessPoint === report.accessPoint)
      throw new DetectionError('reports', `access point ${report.accessPoint} reported twice`);
    if (!isValidLocalStatistic(report))
      throw new DetectionError('reports', `statistic ${report.statistic} of rank ${report.rank}`);
    statistic += report.statistic; // (35)
    rank += report.rank;
  });
  if (rank === 0) return { outcome: 'unobserved', statistic, rank, threshold: null, pValue: null };
  const threshold = detectionThreshold(rank, falseAlarmProbability);
  return {
    outcome: statistic > threshold ? 'targetPresent' : 'targetAbsent',
    statistic,
    rank,
    threshold,
    pValue: pValue(statistic, rank),
  };
}
