import { isValidSufficient, type LocalStatistic, statisticOfSufficient } from '@vedetta/detection';
import { decodeSamples, type ForwardedSamples, type ReportMessage } from '@vedetta/fronthaul';
import { createComplexMatrix } from '@vedetta/numerics';
import type { Network } from '@vedetta/scenario';

/** What a report says here: a local statistic, or the samples from which it is computed here. */
export type ReportContent = LocalStatistic | ForwardedSamples;

/** Reads a report of the network's split; null when it is of another, or what it carries cannot be. */
export function readReport(report: ReportMessage, { fronthaul, accessPoints, block }: Network): ReportContent | null {
  const { split, sampleFormat } = fronthaul;
  if ('raw' in report) {
    if (split !== 'raw') return null;
    const out = createComplexMatrix(accessPoints.antennaCount * block.sensingSamples, 1);
    return decodeSamples(report.raw, sampleFormat, out);
  }
  if ('sufficient' in report) {
    if (split !== 'sufficient' || !isValidSufficient(report.sufficient)) return null;
    return statisticOfSufficient(report.sufficient);
  }
  return split === 'scalar' ? { statistic: report.statistic, rank: report.rank } : null;
}
