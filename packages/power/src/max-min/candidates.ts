import { evenShares } from './attainable-sir.ts';
import type { MaxMinProblem } from './problem.ts';
import type { Variables } from './variables.ts';

/**
 * Simple allocations of the UEs, as shares of the budgets: even over all links, and each UE at a single AP, the one it hears best or the one that
 * disturbs others least for it, an AP's budget split evenly or so that its UEs are heard alike. A search that starts at the best of them cannot end
 * below any, and measures what disturbs each UE where it is not far from what it will be.
 */
export function candidateShares(problem: MaxMinProblem, variables: Variables): Float64Array[] {
  const gain = gains(problem, variables);
  const quality = leakageRatios(problem, variables, gain);
  const best = onlyBest(variables, gain);
  const quiet = onlyBest(variables, quality);
  const inverse = Float64Array.from(gain, (value) => (value > 0 ? 1 / value : 0));
  const all = gain.map(() => 1);
  return [evenShares(variables), ...[all, best, quiet].flatMap((links) => [links, times(links, inverse)])]
    .map((weights) => spread(variables, weights))
    .filter((shares) => shares.every(Number.isFinite));
}

/** a² P of every link of a UE, 0 for beams. */
function gains({ users }: MaxMinProblem, { list, budgets }: Variables): Float64Array {
  return Float64Array.from(list, (variable, v) =>
    variable.kind === 'user' ? users[variable.user].signal[variable.accessPoint] ** 2 * budgets[v] : 0,
  );
}

/** What a link's full power gives its UE, over what it and noise disturb the most disturbed other, each in units of that UE's strongest link. */
function leakageRatios(problem: MaxMinProblem, { list, budgets, ofUser }: Variables, gain: Float64Array): Float64Array {
  const strongest = ofUser.map((members) => members.reduce((most, v) => Math.max(most, gain[v]), 0));
  return Float64Array.from(list, (variable, v) => {
    if (variable.kind !== 'user') return 0;
    const { user, accessPoint } = variable;
    let harm = problem.noiseVariance / strongest[user];
    for (const [k, { interference }] of problem.users.entries())
      if (k !== user && strongest[k] > 0)
        harm = Math.max(harm, (interference.get(user, accessPoint) * budgets[v]) / strongest[k]);
    return gain[v] / strongest[user] / harm;
  });
}

/** 1 for the link of each UE with the largest score, 0 for its others. */
function onlyBest({ ofUser }: Variables, score: Float64Array): Float64Array {
  const out = new Float64Array(score.length);
  for (const members of ofUser)
    if (members.length > 0) out[members.reduce((best, v) => (score[v] > score[best] ? v : best))] = 1;
  return out;
}

function times(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, v) => value * b[v]);
}

/** Each AP's budget in the ratio of the weights. */
function spread({ ofAccessPoint }: Variables, weights: Float64Array): Float64Array {
  const out = new Float64Array(weights.length);
  for (const members of ofAccessPoint) {
    const total = members.reduce((sum, v) => sum + weights[v], 0);
    if (total > 0) for (const v of members) out[v] = weights[v] / total;
  }
  return out;
}
