import type { Row, Verdict } from '../../machinery/experiment.ts';
import { meanInterval } from '../../statistics.ts';
import { differenceText, falls, rises } from '../paired-text.ts';
import { clutterScales, rcsVariancesDbsm, variantNames } from '../variants.ts';
import { curveOf, type TrackingVariant } from './values.ts';

/** Differences of two curves, one a set-up: what one more of them changes is compared set-up by set-up too. */
interface Step {
  readonly name: string;
  readonly each: readonly number[];
}

export function figure7Verdicts(rows: readonly Row[]): Verdict[] {
  const at = (place: Parameters<typeof curveOf>[2]) => curveOf(rows, 'isac', place);
  const raising = pairs(rcsVariancesDbsm).map(([from, to]) =>
    stepOf(`${from} to ${to} dBsm`, at({ rcsDbsm: to }), at({ rcsDbsm: from })),
  );
  const lowering = pairs(clutterScales.toReversed()).map(([from, to]) =>
    stepOf(`ς ${from} to ${to}`, at({ clutterScale: to }), at({ clutterScale: from })),
  );
  return [
    lessAndLess('raising σ_α² raises the SICNR, less and less', raising),
    lessAndLess('lowering ς raises the SICNR, less and less', lowering),
    ...(['redistribute', 'unspent'] as const).map((variant) => shrinks(rows, variant)),
  ];
}

const pairs = (values: readonly number[]) => values.slice(1).map((to, i) => [values[i], to] as const);

function stepOf(name: string, of: readonly Row[], from: readonly Row[]): Step {
  const means = (rows: readonly Row[]) => rows.filter(({ kind }) => kind === 'set-up').map(({ mean }) => Number(mean));
  const before = means(from);
  return { name, each: means(of).map((mean, setUp) => mean - before[setUp]) };
}

/** Whether every step is smaller than the one before, beyond the interval of the difference of the two. */
const shrinking = (steps: readonly Step[]): boolean =>
  steps.slice(1).every(({ each }, i) => falls(meanInterval(each.map((gain, setUp) => gain - steps[i].each[setUp]))));

const textOf = (steps: readonly Step[]): string =>
  steps.map(({ name, each }) => `${name} ${differenceText(meanInterval(each), 'sicnr')}`).join(', ');

const lessAndLess = (claim: string, steps: readonly Step[]): Verdict => ({
  claim,
  holds: steps.every(({ each }) => rises(meanInterval(each))) && shrinking(steps),
  detail: `mean gain, set-up by set-up: ${textOf(steps)}`,
});

function shrinks(rows: readonly Row[], variant: TrackingVariant): Verdict {
  const losses = rcsVariancesDbsm.map((rcsDbsm) =>
    stepOf(`${rcsDbsm} dBsm`, curveOf(rows, 'isac', { rcsDbsm }), curveOf(rows, variant, { rcsDbsm })),
  );
  return {
    claim: `the larger σ_α², the smaller the loss without sensing beams (${variantNames[variant]})`,
    holds: shrinking(losses),
    detail: `mean loss, set-up by set-up: ${textOf(losses)}`,
  };
}
