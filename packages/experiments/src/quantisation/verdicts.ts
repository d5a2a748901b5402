import { heldVerdict } from '../counted.ts';
import type { Row, Verdict } from '../machinery/experiment.ts';

/**
 * Where the rounding is below the noise the difference of a statistic is linear in it, so it halves with every bit but for its spread: 4 standard
 * errors of a mean square of n heavy-tailed terms, taken generously as 4 √(8/n), and half as much again for what is not linear.
 */
export function quantisationVerdicts(rows: readonly Row[], falseAlarmProbability: number): Verdict[] {
  const bits = rows.filter((row) => row.mantissaBits !== null);
  const fine = bits.filter((row) => Number(row.roundingDb) < -20);
  const ratios = fine.slice(1).map((row, i) => {
    const before = fine[i];
    const step = Number(row.mantissaBits) - Number(before.mantissaBits);
    return (Number(before.statisticDifference) / Number(row.statisticDifference)) ** (1 / step);
  });
  const n = Math.min(...fine.map((row) => Number(row.decisions)));
  const tolerance = 1.5 * 4 * Math.sqrt(8 / n);
  const predicted = bits.map((row) => Math.abs(Number(row.roundingDb) - Number(row.predictedRoundingDb)));
  const lossless = rows.filter((row) => row.mantissaBits === null);
  return [
    {
      claim: 'lossless samples give the very statistics of receivers that had them all along',
      holds: lossless.every((row) => row.statisticDifference === 0 && row.otherDecisions === 0),
      detail: `${lossless.map((row) => row.otherDecisions).join(', ')} of ${lossless.map((row) => row.decisions).join(', ')} decisions differ`,
    },
    {
      claim: 'the power of the rounding is that of theory, a uniform error within the unit of its block',
      holds: Math.max(...predicted) < 0.5,
      detail: `at most ${Math.max(...predicted).toFixed(2)} dB apart over ${predicted.length} formats (limit 0.5 dB: mantissas of few units are not quite uniform)`,
    },
    {
      claim: 'the difference of a statistic halves with every bit, where the rounding is small beside the noise',
      holds: ratios.length > 0 && ratios.every((ratio) => Math.abs(Math.log2(ratio) - 1) < Math.log2(1 + tolerance)),
      detail: `factors a bit ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')} (2 within a factor of ${(1 + tolerance).toFixed(2)})`,
    },
    heldVerdict(
      'P_FA keeps its design value at every number of bits, because the rounding is counted as noise',
      rows,
      falseAlarmProbability,
    ),
    exactVerdict(rows),
    costVerdict(rows),
  ];
}

/** Wrong once in 1,300 results when the claim is true, with 12 rows. */
const rowLimit = 4;

/** Alarms are independent given signals and units, so Σ(alarm − p) of a row has variance Σ p(1 − p). Rows share their draws. */
function exactVerdict(rows: readonly Row[]): Verdict {
  const deviations = rows.map((row) => {
    const sigma = Math.sqrt(Number(row.detectionVariance));
    return sigma > 0 ? (Number(row.detections) - Number(row.expectedDetections)) / sigma : 0;
  });
  return {
    claim: 'detections agree with the exact law in which the rounding is noise of the power that its blocks tell',
    holds: deviations.every((deviation) => Math.abs(deviation) <= rowLimit),
    detail: `(counted − expected)/σ of each row: ${deviations.map((deviation) => deviation.toFixed(2)).join(', ')} (limit ${rowLimit} σ)`,
  };
}

/** Exact probabilities of the same targets, beams and reports; only the rounding differs. */
function costVerdict(rows: readonly Row[]): Verdict {
  const lossless = rows.find((row) => row.mantissaBits === null);
  const lost = rows
    .filter((row) => row.mantissaBits !== null)
    .map((row) => ({
      bits: Number(row.mantissaBits),
      probability: Number(lossless?.detectionProbability) - Number(row.detectionProbability),
    }));
  return {
    claim: 'what fewer bits cost is detection probability: the fewer, the more',
    holds: lost.length > 0 && lost.every(({ probability }, i) => probability > (lost[i + 1]?.probability ?? 0)),
    detail: `lost of ${Number(lossless?.detectionProbability).toFixed(3)}: ${lost.map(({ bits, probability }) => `${probability.toPrecision(2)} at ${bits} bits`).join(', ')}`,
  };
}
