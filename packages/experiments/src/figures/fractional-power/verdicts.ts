import type { Row, Verdict } from '../../machinery/experiment.ts';
import { pairedDifference, summaryOf } from '../distribution-rows.ts';
import { type Metric, metricNames } from '../metrics.ts';
import { type Difference, differenceText, falls, rises } from '../paired-text.ts';
import { baselineRcsDbsm } from '../variants.ts';
import type { FractionalPhase } from './phase.ts';
import { type Exponents, type Task, taskNames } from './tasks.ts';
import { corners, curveOf, exponents, pairName } from './values.ts';

export function fractionalVerdicts(rows: readonly Row[], phase: FractionalPhase): Verdict[] {
  return [largerKappaSensing(rows), ...goodPair(rows, phase.metric), ...costs(rows, phase)];
}

const beside = (rows: readonly Row[], metric: Metric, of: Exponents, from: Exponents): Difference =>
  pairedDifference(curveOf(rows, metric, 'isac', of), curveOf(rows, metric, 'isac', from));

/** For any κ_c. */
function largerKappaSensing(rows: readonly Row[]): Verdict {
  const steps = exponents
    .filter(({ kappaSensing }) => kappaSensing > 0)
    .map((pair) => {
      const before = exponents.findLast(
        (one) => one.kappaCommunication === pair.kappaCommunication && one.kappaSensing < pair.kappaSensing,
      ) as Exponents;
      return { pair, ...beside(rows, 'rate', pair, before) };
    });
  return {
    claim: 'a larger κ_s raises the rates, for any κ_c',
    holds: steps.every(rises),
    detail: `mean gain of the rate by a step of 0.5 in κ_s: ${steps.map((step) => `to ${pairName(step.pair)} ${differenceText(step, 'rate')}`).join(', ')}`,
  };
}

const uniform = { kappaCommunication: 0, kappaSensing: 0 };
const good = { kappaCommunication: 0, kappaSensing: 1 };
/** What the paper calls a slight impact, dB. */
const slight = 1;

/** The paper: "given its slight impact on SCNR, the combination κ_c = 0 and κ_s = 1 sounds appropriate to ensure good QoS for all UEs". */
function goodPair(rows: readonly Row[], metric: 'scnr' | 'sicnr'): Verdict[] {
  const { name } = metricNames[metric];
  const rate = beside(rows, 'rate', good, uniform);
  const sensing = beside(rows, metric, good, uniform);
  const others = exponents.filter((pair) => pairName(pair) !== pairName(good));
  const least = others.map((pair) => ({
    pair,
    ...pairedDifference(curveOf(rows, 'rate', 'isac', pair), curveOf(rows, 'rate', 'isac', good), 'least'),
  }));
  const all = others.map((pair) => ({ pair, ...beside(rows, 'rate', pair, good) }));
  const list = (differences: typeof all) =>
    differences.map((one) => `${pairName(one.pair)} ${differenceText(one, 'rate')}`).join(', ');
  const { p5, p50 } = summaryOf(curveOf(rows, 'rate', 'isac', good));
  return [
    {
      claim: `(κ_c, κ_s) = (0, 1) is a good pair: rates above those of uniform power, for less than ${slight} dB of ${name}`,
      holds: rises(rate) && sensing.mean - sensing.half > -slight,
      detail: `beside (0, 0): ${differenceText(rate, 'rate')}, ${differenceText(sensing, metric)}`,
    },
    {
      claim: '(κ_c, κ_s) = (0, 1) serves all UEs: no other pair gives the worst of a set-up more',
      holds: least.every((one) => !rises(one)),
      detail: `smallest rate of a set-up, others beside (0, 1): ${list(least)}; mean rate: ${list(all)}; 5 % / median of (0, 1): ${Number(p5).toFixed(2)} / ${Number(p50).toFixed(2)} Mbit/s`,
    },
  ];
}

/**
 * What leaving a task out costs the sensing ratio, in either reading of where its power goes. The paper: while tracking communication is missed
 * more, "opposite to detection".
 */
function costs(rows: readonly Row[], { metric, rcsDbsm, moreUsers }: FractionalPhase): Verdict[] {
  const { name } = metricNames[metric];
  const tracking = metric === 'sicnr';
  const [dearer, cheaper] = tracking ? ['communication', 'sensing'] : ['sensing', 'communication'];
  const cost = (task: Task, pair: Exponents): Difference =>
    pairedDifference(curveOf(rows, metric, task, pair), curveOf(rows, metric, 'isac', pair));
  const readings: readonly (readonly [Task, Task])[] = [
    ['noSensing', 'noCommunication'],
    ['noSensingUnspent', 'noCommunicationUnspent'],
  ];
  return readings.map(([noSensing, noCommunication]) => {
    const pairs = corners.map((pair) => {
      const worse = pairedDifference(
        curveOf(rows, metric, noCommunication, pair),
        curveOf(rows, metric, noSensing, pair),
      );
      return { pair, worse, sensing: cost(noSensing, pair), communication: cost(noCommunication, pair) };
    });
    const reading = taskNames[noSensing].includes('unspent') ? 'its power unspent' : 'its power to the other task';
    return {
      claim: `dropping ${dearer} costs more ${name} than dropping ${cheaper} (${reading})`,
      holds: pairs.every(({ worse }) => (tracking ? falls(worse) : rises(worse))),
      detail: [
        ...pairs.map(
          ({ pair, worse, sensing, communication }) =>
            `${pairName(pair)}: without communication ${differenceText(communication, metric)}, without sensing ${differenceText(sensing, metric)}, one beside the other ${differenceText(worse, metric)}`,
        ),
        ...rcsDbsm.slice(1).map((dbsm) => {
          const at = (task: Task) => curveOf(rows, metric, task, uniform, dbsm);
          const worse = pairedDifference(at(noCommunication), at(noSensing));
          return `(0, 0) at ${dbsm} dBsm: one beside the other ${differenceText(worse, metric)}`;
        }),
        ...moreUsers.map((users) => {
          const at = (task: Task) => curveOf(rows, metric, task, uniform, baselineRcsDbsm, users);
          const cost = (task: Task) => differenceText(pairedDifference(at(task), at('isac')), metric);
          const worse = pairedDifference(at(noCommunication), at(noSensing));
          return `(0, 0) with ${users} users: without communication ${cost(noCommunication)}, without sensing ${cost(noSensing)}, one beside the other ${differenceText(worse, metric)}`;
        }),
      ].join('; '),
    };
  });
}
