import type { Row, Verdict } from '../../machinery/experiment.ts';
import { referenceSetUps } from './readings.ts';

/** A comparison is wrong once in a thousand results when both programs are right (four readings, Bonferroni): two-sided normal quantile. */
const zLimit = 3.66;

export function sensitivityVerdicts(rows: readonly Row[]): Verdict[] {
  const summaries = rows.filter((row) => row.kind === 'summary');
  const near = summaries.filter((row) => row.columns === 'nearest 4');
  const differences = near.map((row) => {
    const own = rows.filter((one) => one.kind === 'set-up' && sameReading(one, row) && one.columns === row.columns);
    const variance = varianceOf(own.map((one) => Number(one.meanDb)));
    // Both medians move as means of their set-ups do; a median of normal ones is π/2 times as uncertain in variance.
    const limit = zLimit * Math.sqrt((Math.PI / 2) * variance * (1 / referenceSetUps + 1 / own.length));
    return { row, difference: Number(row.p50) - Number(row.referenceP50), limit };
  });
  return [
    {
      claim: 'with the M_tx = 4 nearest transmit APs as columns, the medians are those of the independent program',
      holds: differences.every(({ difference, limit }) => Math.abs(difference) <= limit),
      detail: differences
        .map(({ row, difference, limit }) => `${nameOf(row)} ${difference.toFixed(1)} dB (limit ${limit.toFixed(1)})`)
        .join(', '),
    },
    {
      claim: 'with all transmit APs as columns the medians are lower',
      holds: near.every((row) => Number(allOf(summaries, row).p50) < Number(row.p50)),
      detail: near
        .map((row) => `${nameOf(row)} ${(Number(allOf(summaries, row).p50) - Number(row.p50)).toFixed(1)} dB`)
        .join(', '),
    },
    {
      claim: 'the two choices decide everything: medians of the readings lie more than 20 dB apart',
      holds: Math.max(...near.map(({ p50 }) => Number(p50))) - Math.min(...near.map(({ p50 }) => Number(p50))) > 20,
      detail: summaries
        .map(
          (row) =>
            `${nameOf(row)}, columns ${row.columns}: ${[row.p5, row.p50, row.p95].map((value) => Number(value).toFixed(1)).join(' / ')} dB, ${Number(row.aboveZero).toFixed(2)} above 0 dB`,
        )
        .join('; '),
    },
  ];
}

const sameReading = (a: Row, b: Row): boolean => a.targetGain === b.targetGain && a.apToApPathLoss === b.apToApPathLoss;
const allOf = (rows: readonly Row[], row: Row): Row =>
  rows.find((one) => one.columns === 'all' && sameReading(one, row)) ?? {};
const nameOf = ({ targetGain, apToApPathLoss }: Row): string => `${targetGain}/${apToApPathLoss}`;

function varianceOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
}
