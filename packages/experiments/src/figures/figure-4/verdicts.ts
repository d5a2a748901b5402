import type { Row, Verdict } from '../../machinery/experiment.ts';
import { pairedDifference, summaryOf } from '../scnr-rows.ts';
import { bySamples, byUsers } from './sweeps.ts';
import { type ReadingName, sampleCounts, userCounts } from './values.ts';

export function figure4Verdicts(rows: readonly Row[]): Verdict[] {
  return [...optimumOverUsers(rows, 'baseline'), ...optimumOverUsers(rows, 'paper-literal'), ...moreSamples(rows)];
}

const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;

/** By the mean of the SCNR in dB, whose differences are taken set-up by set-up; an end of the sweep must be beaten beyond its interval. */
function optimumOverUsers(rows: readonly Row[], reading: ReadingName): Verdict[] {
  const means = userCounts.map((users) => ({ users, mean: Number(summaryOf(byUsers(rows, users, reading)).meanDb) }));
  const best = means.reduce((a, b) => (b.mean > a.mean ? b : a)).users;
  const beside = (users: number) => pairedDifference(byUsers(rows, users, reading), byUsers(rows, best, reading));
  const others = userCounts.filter((users) => users !== best).map((users) => ({ users, ...beside(users) }));
  const ends = others.filter(({ users }) => users === userCounts[0] || users === userCounts[userCounts.length - 1]);
  const detail = `best K ${best}; others beside it, mean dB: ${others.map(({ users, mean, half }) => `K ${users} ${signed(mean)} ± ${half.toFixed(2)}`).join(', ')}`;
  const four = others.find(({ users }) => users === 4);
  return [
    {
      claim: `the SCNR against K has an optimum inside the sweep (${reading} reading)`,
      holds: ends.length === 2 && ends.every(({ mean, half }) => mean + half < 0),
      detail,
    },
    {
      claim: `K = 4 is the best number of users, or cannot be told from it (${reading} reading)`,
      holds: four === undefined || four.mean + four.half >= 0,
      detail,
    },
  ];
}

function moreSamples(rows: readonly Row[]): Verdict[] {
  const steps = sampleCounts.slice(1).map((samples, i) => {
    const before = sampleCounts[i];
    const { mean, half } = pairedDifference(bySamples(rows, samples), bySamples(rows, before));
    const added = samples - before;
    return {
      samples,
      mean,
      half,
      each: mean / added,
      text: `τ_s ${before} to ${samples} ${signed(mean)} ± ${half.toFixed(2)} dB`,
    };
  });
  const detail = `mean gain, set-up by set-up: ${steps.map(({ text }) => text).join(', ')}`;
  const [few, many] = [steps.filter(({ samples }) => samples <= 10), steps.filter(({ samples }) => samples > 10)];
  return [
    { claim: 'more samples always help', holds: steps.every(({ mean, half }) => mean - half > 0), detail },
    {
      claim: 'a sample is worth most below 10 samples',
      holds: Math.min(...few.map(({ each }) => each)) > Math.max(...many.map(({ each }) => each)),
      detail: `gain a sample up to τ_s: ${steps.map(({ samples, each }) => `${samples} ${signed(each)} dB`).join(', ')}`,
    },
  ];
}
