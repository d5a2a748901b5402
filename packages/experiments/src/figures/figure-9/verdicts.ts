import type { Row, Verdict } from '../../machinery/experiment.ts';
import { pairedDifference, summaryOf } from '../distribution-rows.ts';
import type { Metric } from '../metrics.ts';
import { differenceText, rises } from '../paired-text.ts';
import { isOptimal, type Policy, policies, policyNames } from './policies.ts';

const curveOf = (rows: readonly Row[], metric: Metric, policy: Policy) =>
  rows.filter((row) => row.metric === metric && row.policy === policy);

const optimal = policyNames.filter(isOptimal);
const fractional = policyNames.filter((policy) => !isOptimal(policy));
const designs: readonly Policy[] = ['communication', 'sensing'];

export function figure9Verdicts(rows: readonly Row[]): Verdict[] {
  return [
    ...designs.map((policy) => beats(rows, policy, 'rate', 'least')),
    ...designs.map((policy) => beats(rows, policy, 'rate', 'mean')),
    ...designs.map((policy) => beats(rows, policy, 'sicnr', 'mean')),
    rateOutweighs(rows),
  ];
}

const whats = { least: 'smallest rate of a set-up', mean: { rate: 'mean rate', sicnr: 'mean SICNR', scnr: '' } };

/** Beside every FPC; what of the other designs stands in the detail, beside uniform power. */
function beats(rows: readonly Row[], policy: Policy, metric: Metric, field: 'mean' | 'least'): Verdict {
  const beside = (of: Policy, from: Policy) =>
    pairedDifference(curveOf(rows, metric, of), curveOf(rows, metric, from), field);
  const own = fractional.map((from) => ({ from, ...beside(policy, from) }));
  const others = optimal.filter((of) => of !== policy).map((of) => ({ of, ...beside(of, 'fpc00') }));
  const { spentShare, floorMet } = summaryOf(curveOf(rows, 'sicnr', policy));
  const numbers = summaryOf(curveOf(rows, metric, policy));
  return {
    claim: `${policies[policy].name} beats every FPC in ${field === 'least' ? whats.least : whats.mean[metric]}`,
    holds: own.every(rises),
    detail: [
      ...own.map((one) => `beside ${policies[one.from].name} ${differenceText(one, metric)}`),
      `5 % / median / 95 % ${[numbers.p5, numbers.p50, numbers.p95].map((value) => Number(value).toFixed(1)).join(' / ')}`,
      `${Math.round(100 * Number(spentShare))} % of the power spent, floor had in ${Math.round(100 * Number(floorMet))} % of the set-ups`,
      ...others.map((one) => `${policies[one.of].name} beside ${policies.fpc00.name} ${differenceText(one, metric)}`),
    ].join('; '),
  };
}

/** The paper: from sensing- to communication-prioritised, "the improvement in data rate is larger than the loss in SICNR"; both as ratios, dB. */
function rateOutweighs(rows: readonly Row[]): Verdict {
  const sicnr = pairedDifference(curveOf(rows, 'sicnr', 'communication'), curveOf(rows, 'sicnr', 'sensing'));
  const means = (policy: Policy, field: 'mean' | 'least') => Number(summaryOf(curveOf(rows, 'rate', policy))[field]);
  const ratio = (field: 'mean' | 'least') => 10 * Math.log10(means('communication', field) / means('sensing', field));
  return {
    claim: 'from sensing- to communication-prioritised OPC the mean rate gains more than the SICNR loses (both in dB)',
    holds: ratio('mean') > -sicnr.mean,
    detail: `mean rate ${ratio('mean').toFixed(1)} dB, smallest rate of a set-up ${ratio('least').toFixed(1)} dB, SICNR ${differenceText(sicnr, 'sicnr')}`,
  };
}
