import type { Row, Verdict } from '../../machinery/experiment.ts';
import { pairedDifference, summaryOf } from '../distribution-rows.ts';
import type { Metric } from '../metrics.ts';
import { differenceText, rises, signed } from '../paired-text.ts';
import { isOptimal, type Policy, policies, policyNames } from './policies.ts';

const curveOf = (rows: readonly Row[], metric: Metric, policy: Policy) =>
  rows.filter((row) => row.metric === metric && row.policy === policy);

const optimal = policyNames.filter(isOptimal);
const fractional = policyNames.filter((policy) => !isOptimal(policy));
const designs: readonly Policy[] = ['communication', 'sensing'];

export function figure9Verdicts(rows: readonly Row[]): Verdict[] {
  return [
    ...(['least', 'rate', 'sicnr'] as const).flatMap((quantity) =>
      designs.map((policy) => beats(rows, policy, quantity)),
    ),
    rateOutweighs(rows),
  ];
}

const quantities = {
  least: { metric: 'rate', field: 'least', name: 'smallest rate of a set-up' },
  rate: { metric: 'rate', field: 'mean', name: 'mean rate' },
  sicnr: { metric: 'sicnr', field: 'mean', name: 'mean SICNR' },
} as const;

/** Beside every FPC; what of the other designs stands in the detail, beside uniform power. */
function beats(rows: readonly Row[], policy: Policy, quantity: keyof typeof quantities): Verdict {
  const { metric, field, name } = quantities[quantity];
  const beside = (of: Policy, from: Policy) =>
    pairedDifference(curveOf(rows, metric, of), curveOf(rows, metric, from), field);
  const own = fractional.map((from) => ({ from, ...beside(policy, from) }));
  const others = optimal.filter((of) => of !== policy).map((of) => ({ of, ...beside(of, 'fpc00') }));
  const { spentShare, floorMet } = summaryOf(curveOf(rows, 'sicnr', policy));
  const numbers = summaryOf(curveOf(rows, metric, policy));
  return {
    claim: `${policies[policy].name} beats every FPC in the ${name}`,
    holds: own.every(rises),
    detail: [
      ...own.map((one) => `beside ${policies[one.from].name} ${differenceText(one, metric)}`),
      `5 % / median / 95 % ${[numbers.p5, numbers.p50, numbers.p95].map((value) => Number(value).toFixed(1)).join(' / ')}`,
      `${Math.round(100 * Number(spentShare))} % of the power spent, floor had in ${Math.round(100 * Number(floorMet))} % of the set-ups`,
      ...others.map((one) => `${policies[one.of].name} beside ${policies.fpc00.name} ${differenceText(one, metric)}`),
    ].join('; '),
  };
}

/**
 * The paper: from sensing- to communication-prioritised, "the improvement in data rate is larger than the loss in SICNR". Of the smallest rate, which
 * is what the design is for; both as ratios, dB.
 */
function rateOutweighs(rows: readonly Row[]): Verdict {
  const sicnr = pairedDifference(curveOf(rows, 'sicnr', 'communication'), curveOf(rows, 'sicnr', 'sensing'));
  const means = (policy: Policy, field: 'mean' | 'least') => Number(summaryOf(curveOf(rows, 'rate', policy))[field]);
  const ratio = (field: 'mean' | 'least') => 10 * Math.log10(means('communication', field) / means('sensing', field));
  return {
    claim: 'from sensing- to communication-prioritised OPC the smallest rate gains more than the SICNR loses (in dB)',
    holds: ratio('least') > Math.max(0, sicnr.half - sicnr.mean),
    detail: `mean of the smallest rates ${signed(ratio('least'))} dB, mean rate ${signed(ratio('mean'))} dB, SICNR ${differenceText(sicnr, 'sicnr')}`,
  };
}
