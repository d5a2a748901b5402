import type { Row, Verdict } from '../../machinery/experiment.ts';
import { pairedDifference, summaryOf } from '../scnr-rows.ts';
import { baseline, sampleCounts, userCounts } from './values.ts';

export function figure4Verdicts(rows: readonly Row[]): Verdict[] {
  return [...optimumOverUsers(rows), moreSamples(rows)];
}

const byUsers = (rows: readonly Row[], users: number) =>
  rows.filter((row) => row.users === users && row.sensingSamples === baseline.sensingSamples);
const bySamples = (rows: readonly Row[], samples: number) =>
  rows.filter((row) => row.users === baseline.users && row.sensingSamples === samples);
const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;

/** By the mean of the SCNR in dB, whose differences are taken set-up by set-up; an end of the sweep must be beaten beyond its interval. */
function optimumOverUsers(rows: readonly Row[]): Verdict[] {
  const means = userCounts.map((users) => ({ users, mean: Number(summaryOf(byUsers(rows, users)).meanDb) }));
  const best = means.reduce((a, b) => (b.mean > a.mean ? b : a)).users;
  const beside = (users: number) => pairedDifference(byUsers(rows, users), byUsers(rows, best));
  const others = userCounts.filter((users) => users !== best).map((users) => ({ users, ...beside(users) }));
  const ends = others.filter(({ users }) => users === userCounts[0] || users === userCounts[userCounts.length - 1]);
  const detail = `best K ${best}; others beside it, mean dB: ${others.map(({ users, mean, half }) => `K ${users} ${signed(mean)} ± ${half.toFixed(2)}`).join(', ')}`;
  const four = others.find(({ users }) => users === 4);
  return [
    {
      claim: 'the SCNR against K has an optimum inside the sweep',
      holds: ends.length === 2 && ends.every(({ mean, half }) => mean + half < 0),
      detail,
    },
    {
      claim: 'K = 4 is the best number of users, or cannot be told from it',
      holds: four === undefined || four.mean + four.half >= 0,
      detail,
    },
  ];
}

function moreSamples(rows: readonly Row[]): Verdict {
  const steps = sampleCounts.slice(1).map((samples, i) => {
    const { mean, half } = pairedDifference(bySamples(rows, samples), bySamples(rows, sampleCounts[i]));
    return { samples, mean, half };
  });
  return {
    claim: 'more samples always help',
    holds: steps.every(({ mean, half }) => mean - half > 0),
    detail: `mean gain, set-up by set-up: ${steps.map(({ samples, mean, half }, i) => `τ_s ${sampleCounts[i]} to ${samples} ${signed(mean)} ± ${half.toFixed(2)} dB`).join(', ')}`,
  };
}
