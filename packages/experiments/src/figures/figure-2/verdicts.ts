import type { Row, Verdict } from '../../machinery/experiment.ts';
import { bernsteinDeviation } from '../../statistics.ts';
import { baselineClutterScale } from '../variants.ts';

/** A verdict on counts is wrong once in a thousand results when the claim is true, whatever the number of points (Bonferroni). */
const significance = 1e-3;

const of = (rows: readonly Row[], variant: string, threshold = 'gamma') =>
  rows.filter((row) => row.variant === variant && row.threshold === threshold);
const exact = (row: Row | undefined): number => Number(row?.exactMissProbability);
/** Of the curves' points: rises of numbers below this are rounding. */
const rounding = 1e-9;

export function figure2Verdicts(rows: readonly Row[]): Verdict[] {
  return [
    countsVerdict(rows, 'misses'),
    countsVerdict(rows, 'false alarms'),
    monotone(rows, 'p_M falls with σ_α²', 'rcsDbsm', 'clutterScale', -1),
    monotone(rows, 'p_M rises with ς, for receivers that know the clutter', 'clutterScale', 'rcsDbsm', 1),
    ...(['redistribute', 'unspent'] as const).flatMap((variant) => withoutSensing(rows, variant)),
    unaware(rows),
    unawareFalseAlarms(rows),
  ];
}

/** Given the signals every trial is a coin of known probability, so a count has a known mean and variance. */
function countsVerdict(rows: readonly Row[], what: 'misses' | 'false alarms'): Verdict {
  const misses = what === 'misses';
  const points = rows.map((row) => {
    const trials = Number(row.trials);
    const [counted, expected] = misses
      ? [Number(row.missProbability), exact(row)]
      : [Number(row.falseAlarmProbability), Number(row.exactFalseAlarmProbability)];
    const variance = Number(misses ? row.missVariance : row.falseAlarmVariance);
    const limit = bernsteinDeviation(variance, significance / rows.length) / trials;
    return { difference: Math.abs(counted - expected), limit };
  });
  const worst = points.reduce((a, b) => (b.difference / b.limit > a.difference / a.limit ? b : a));
  return {
    claim: `counted ${what} agree with the exact law at every point`,
    holds: points.every(({ difference, limit }) => difference <= limit),
    detail: `${points.length} points; nearest to its limit: ${worst.difference.toExponential(1)} apart of ${worst.limit.toExponential(1)} (Bernstein’s bound at ${significance} over all points)`,
  };
}

function monotone(rows: readonly Row[], claim: string, along: string, other: string, sign: 1 | -1): Verdict {
  const aware = rows.filter((row) => row.variant !== 'unaware');
  const curves = Map.groupBy(aware, (row) => `${row.variant} at ${other} ${row[other]}`);
  const wrong = [...curves].filter(([, points]) => {
    const values = points.toSorted((a, b) => Number(a[along]) - Number(b[along])).map(exact);
    return values.some((value, i) => i > 0 && sign * (value - values[i - 1]) < -rounding);
  });
  return {
    claim,
    holds: wrong.length === 0,
    detail: wrong.length === 0 ? `${curves.size} curves` : `not so: ${wrong.map(([name]) => name).join('; ')}`,
  };
}

function withoutSensing(rows: readonly Row[], variant: 'redistribute' | 'unspent'): Verdict[] {
  const losses = of(rows, 'isac').map((row) => {
    const beside = of(rows, variant).find(
      (one) => one.rcsDbsm === row.rcsDbsm && one.clutterScale === row.clutterScale,
    );
    return { clutterScale: Number(row.clutterScale), loss: exact(beside) - exact(row) };
  });
  const mean = [...Map.groupBy(losses, ({ clutterScale }) => clutterScale)].map(([scale, own]) => ({
    scale,
    loss: own.reduce((total, { loss }) => total + loss, 0) / own.length,
  }));
  const detail = `p_M rises on average over σ_α² by ${mean.map(({ scale, loss }) => `${loss.toFixed(3)} at ς ${scale}`).join(', ')}`;
  const named = variant === 'unspent' ? 'left unspent' : 'given to the users';
  const average = (own: typeof mean) => own.reduce((total, { loss }) => total + loss, 0) / own.length;
  const large = average(mean.filter(({ scale }) => scale > baselineClutterScale));
  const small = average(mean.filter(({ scale }) => scale <= baselineClutterScale));
  return [
    { claim: `dropping the sensing beams hurts (power ${named})`, holds: mean.every(({ loss }) => loss > 0), detail },
    {
      claim: `dropping them hurts more at ς above the baseline than at or below it (power ${named})`,
      holds: large > small,
      detail,
    },
  ];
}

function unaware(rows: readonly Row[]): Verdict {
  const pairs = of(rows, 'isac').map((row) => {
    const beside = of(rows, 'unaware', 'exact').find(
      (one) => one.rcsDbsm === row.rcsDbsm && one.clutterScale === row.clutterScale,
    );
    return { row, loss: exact(beside) - exact(row) };
  });
  const worst = pairs.reduce((a, b) => (b.loss > a.loss ? b : a));
  return {
    claim: 'ignoring the clutter statistics is worse everywhere, at the same false-alarm probability',
    holds: pairs.every(({ loss }) => loss > -rounding),
    detail: `p_M rises by up to ${worst.loss.toFixed(2)} (σ_α² ${worst.row.rcsDbsm} dBsm, ς ${worst.row.clutterScale})`,
  };
}

function unawareFalseAlarms(rows: readonly Row[]): Verdict {
  const own = of(rows, 'unaware').filter((row) => row.rcsDbsm === rows[0].rcsDbsm);
  const rates = own.map((row) => Number(row.exactFalseAlarmProbability));
  return {
    claim:
      'without clutter statistics the Gamma threshold promises nothing: its false-alarm probability is far above the design value',
    holds: rates.every((rate) => rate > 0.5),
    detail: own.map((row, i) => `${rates[i].toFixed(3)} at ς ${row.clutterScale}`).join(', '),
  };
}
