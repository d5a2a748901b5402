import { allocatedSituation, monteCarloSinr, scanBeamCovariance } from '@vedetta/communication';
import { expect, it } from 'vitest';
import { rateRows, userRates } from './rates.ts';
import { makeSetUp } from './set-up.ts';
import { figureScenario } from './variants.ts';

const { deployment, power, onAir } = makeSetUp(figureScenario('test', 'isac'), 1, 3);
const { plan } = onAir(0);

it('rates of a set-up are those of a SINR counted on drawn channels, estimates and beams, within 5 σ', () => {
  const situation = allocatedSituation(deployment, power, (accessPoint, inspection) =>
    scanBeamCovariance(deployment, accessPoint, plan.inspections[inspection].region),
  );
  const rates = userRates(deployment, plan, power);
  for (const [k, { sinr }] of monteCarloSinr(situation, 1500, 5).entries()) {
    // 16 UEs, normal at so many draws: beyond 5 σ with probability 1e-5, at a fixed seed. (17) with B = 20 MHz and 40 of 50 samples.
    const counted = 16 * Math.log2(1 + Math.max(0, sinr.value));
    const slope = 16 / Math.LN2 / (1 + Math.max(0, sinr.value));
    expect(Math.abs(rates[k] - counted)).toBeLessThan(5 * slope * sinr.standardError);
  }
});

it('rows of rates: shares of all UEs, the mean of set-ups, and the smallest rate of each', () => {
  const rows = rateRows({ curve: 'a' }, [{ rates: '1,3' }, { rates: '2,6' }]);
  const cdf = rows.filter(({ kind }) => kind === 'cdf');
  expect(cdf.map(({ value }) => value)).toEqual([1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6].slice(0, cdf.length));
  expect(cdf.find(({ value }) => value === 2.5)?.cdf).toBe(0.5);
  expect(rows.find(({ kind }) => kind === 'summary')).toMatchObject({ mean: 3, least: 1.5, p50: 2.5, count: 4 });
  expect(rows.filter(({ kind }) => kind === 'set-up').map(({ mean, least }) => [mean, least])).toEqual([
    [2, 1],
    [4, 2],
  ]);
  expect(rateRows({}, [{ rates: '' }])).toEqual([]);
});
