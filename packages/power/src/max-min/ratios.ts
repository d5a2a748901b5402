import type { EchoGains, MaxMinPowers, MaxMinProblem } from './problem.ts';

/**
 * SINR of every UE by (23), recomputed from powers.
 *
 * @returns [k], linear
 */
export function sinrOf(problem: MaxMinProblem, powers: MaxMinPowers): number[] {
  return problem.users.map((user, k) => {
    let signal = 0;
    for (const m of user.servingAccessPoints) signal += user.signal[m] * Math.sqrt(powers.users.get(k, m));
    return (signal * signal) / disturbanceOf(problem, k, powers); // (23)
  });
}

/** Non-coherent interference, coherent contamination, sensing and noise at UE k: the denominator of (23), W. */
export function disturbanceOf(problem: MaxMinProblem, k: number, powers: MaxMinPowers): number {
  const user = problem.users[k];
  let total = problem.noiseVariance + user.fixedInterference;
  for (const [j, other] of problem.users.entries()) {
    const row = user.contamination[j];
    let re = 0;
    let im = 0;
    for (const m of other.servingAccessPoints) {
      const power = powers.users.get(j, m);
      total += user.interference.get(j, m) * power;
      if (row) {
        re += row.re[m] * Math.sqrt(power);
        im += row.im[m] * Math.sqrt(power);
      }
    }
    total += re * re + im * im;
  }
  for (const [b, beam] of (problem.sensing?.beams ?? []).entries()) total += beam.interference[k] * powers.beams[b];
  return total;
}

/**
 * SIR of every target by (48), in expectation over symbols and channel estimates: both sums are linear in the powers.
 *
 * @returns per target, linear; infinite when no other target echoes, 0 when the target itself does not
 */
export function sirOf(problem: MaxMinProblem, powers: MaxMinPowers): number[] {
  return (problem.sensing?.targets ?? []).map(({ own, others }) => {
    const echo = echoOf(own, powers);
    return echo > 0 ? echo / echoOf(others, powers) : 0; // (48)
  });
}

function echoOf(gains: EchoGains, powers: MaxMinPowers): number {
  let total = gains.users.dot(powers.users); // Σ over k and m
  for (const [b, gain] of gains.beams.entries()) total += gain * powers.beams[b];
  return total;
}
