import type { Row, Verdict } from '../../machinery/experiment.ts';
import { pairedDifference, summaryOf } from '../scnr-rows.ts';
import { baselineClutterScale, baselineRcsDbsm, clutterScales, type Variant, variantNames } from '../variants.ts';
import { falseAlarmProbabilities } from './miss-by-scnr.ts';

const curveOf = (rows: readonly Row[], variant: Variant, clutterScale: number) =>
  rows.filter((row) => row.variant === variant && row.clutterScale === clutterScale && row.rcsDbsm === baselineRcsDbsm);

export function figure3Verdicts(rows: readonly Row[]): Verdict[] {
  return [
    ...falseAlarmProbabilities.flatMap((probability) => zeroDecibels(rows, probability)),
    fallsWithClutter(rows),
    ...(['redistribute', 'unspent', 'unaware'] as const).map((variant) => loses(rows, variant)),
  ];
}

/** The paper: "γ ≥ 0 dB is sufficient for good target detection (e.g., p_M ≤ 0.1)". On average over such cells, and in each of them. */
function zeroDecibels(rows: readonly Row[], probability: number): Verdict[] {
  const classes = rows.filter((row) => row.kind === 'miss' && row.falseAlarmProbability === probability);
  const above = classes.filter((row) => Number(row.scnrDb) >= 0);
  const cells = above.reduce((sum, row) => sum + Number(row.cells), 0);
  const misses = above.reduce((sum, row) => sum + Number(row.cells) * Number(row.missProbability), 0);
  const goodCells = above.reduce((sum, row) => sum + Number(row.cells) * Number(row.goodShare), 0);
  const first = above.find((row) => row.scnrDb === 0);
  const enough = classes.findLast((row) => Number(row.missProbability) > 0.1);
  const near = first
    ? `p_M is ${Number(first.missProbability).toFixed(2)} between 0 and 1 dB`
    : 'no cell between 0 and 1 dB';
  const from = enough ? `at most 0.1 on average from ${Number(enough.scnrDb) + 1} dB` : 'at most 0.1 everywhere';
  return [
    {
      claim: `cells with an SCNR of 0 dB or more have p_M ≤ 0.1 on average (baseline, P_FA = ${probability})`,
      holds: cells > 0 && misses / cells <= 0.1,
      detail: `mean p_M ${(misses / cells).toFixed(3)} over ${cells} cells; ${near}, ${from}`,
    },
    {
      claim: `every cell with an SCNR of 0 dB or more has p_M ≤ 0.1 (baseline, P_FA = ${probability})`,
      holds: cells > 0 && goodCells === cells,
      detail: `${((100 * goodCells) / cells).toFixed(1)} % of them have; ${near}, ${from}`,
    },
  ];
}

function fallsWithClutter(rows: readonly Row[]): Verdict {
  const steps = clutterScales.slice(1).map((scale, i) => {
    const { mean, half } = pairedDifference(curveOf(rows, 'isac', scale), curveOf(rows, 'isac', clutterScales[i]));
    return { text: `${mean.toFixed(1)} ± ${half.toFixed(1)} dB to ς ${scale}`, holds: mean + half < 0 };
  });
  return {
    claim: 'the SCNR falls with ς',
    holds: steps.every(({ holds }) => holds),
    detail: `mean change, set-up by set-up: ${steps.map(({ text }) => text).join(', ')}`,
  };
}

function loses(rows: readonly Row[], variant: Variant): Verdict {
  const losses = clutterScales.map((scale) => {
    const { mean, half } = pairedDifference(curveOf(rows, variant, scale), curveOf(rows, 'isac', scale));
    return { text: `${mean.toFixed(2)} ± ${half.toFixed(2)} dB at ς ${scale}`, holds: mean + half < 0 };
  });
  const { p50 } = summaryOf(curveOf(rows, variant, baselineClutterScale));
  return {
    claim: `${variantNames[variant]}, the SCNR is lower`,
    holds: losses.every(({ holds }) => holds),
    detail: `mean change, set-up by set-up: ${losses.map(({ text }) => text).join(', ')}; median ${Number(p50).toFixed(1)} dB at the baseline`,
  };
}
