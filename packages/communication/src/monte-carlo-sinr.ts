import { checkSituation } from './check-situation.ts';
import { type DownlinkDraw, downlinkDraws } from './downlink-draws.ts';
import { CommunicationError } from './errors.ts';
import { TermMoments } from './term-moments.ts';
import type { EstimatedSinrTerms, SinrSituation } from './types.ts';

/**
 * SINR and its terms as `closedFormSinr` gives them, from draws of channels, pilot noise and sensing beams, by the definitions (16) and
 * (18) alone. With g_{k,j} what UE k receives of the stream of UE j, over all its APs:
 *
 *   signal |E g_kk|²     interference Σ_j E|g_kj − E g_kj|²     contamination Σ_{j≠k} |E g_kj|²     sensing Σ μ E|hᴴw₀|²
 *
 * In (18), interference and contamination together are B + C. All terms are unbiased, so that a contamination of zero comes out below it
 * as often as above; the SINR is a quotient and has a bias of the order of 1/draws. Standard errors are those of the first order in the
 * deviation from the mean, and where a mean may be zero an upper bound of the second order is added.
 *
 * @param draws  number of independent draws, at least 2
 * @param seed  a whole number, 0 to 2⁵³ − 1
 * @returns [k]
 * @throws {CommunicationError} as `closedFormSinr`, or for fewer than two draws
 * @remarks An oracle, not for every day. Each draw is made twice, for the means and for the spread about them; none is kept.
 */
export function monteCarloSinr(situation: SinrSituation, draws: number, seed: number): EstimatedSinrTerms[] {
  checkSituation(situation);
  if (!(Number.isSafeInteger(draws) && draws >= 2))
    throw new CommunicationError('draws', `must be a whole number of at least 2, is ${draws}`);
  const users = situation.correlation.length;
  const draw = downlinkDraws(situation, seed);
  const mean = meanDraw(draw, draws, users);
  const moments = Array.from({ length: users }, () => new TermMoments());
  for (let index = 0; index < draws; index++) {
    const { gains, sensing } = draw(index);
    for (let k = 0; k < users; k++) {
      for (let j = 0; j < users; j++) {
        const e = k * users + j;
        const re = gains.re[e] - mean.re[e];
        const im = gains.im[e] - mean.im[e];
        const slope = 2 * (mean.re[e] * re + mean.im[e] * im); // of |E g|²
        moments[k].addStream(re * re + im * im, slope, j === k);
      }
      moments[k].endDraw(sensing[k]);
    }
  }
  return moments.map((moment, k) => {
    let contamination = 0;
    for (let j = 0; j < users; j++) if (j !== k) contamination += squaredModulus(mean, k * users + j);
    return moment.estimates(squaredModulus(mean, k * users + k), contamination, situation.noiseVariance); // (18)
  });
}

interface MeanGains {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** [k · K + j] E g_{k,j}. */
function meanDraw(draw: (index: number) => DownlinkDraw, draws: number, users: number): MeanGains {
  const re = new Float64Array(users * users);
  const im = new Float64Array(users * users);
  for (let index = 0; index < draws; index++) {
    const { gains } = draw(index);
    for (let e = 0; e < re.length; e++) {
      re[e] += gains.re[e];
      im[e] += gains.im[e];
    }
  }
  for (let e = 0; e < re.length; e++) {
    re[e] /= draws; // (16)
    im[e] /= draws;
  }
  return { re, im };
}

function squaredModulus({ re, im }: MeanGains, at: number): number {
  return re[at] * re[at] + im[at] * im[at];
}
