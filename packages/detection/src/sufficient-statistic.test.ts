import { deployNetwork, planSlot } from '@vedetta/deployment';
import { type Network, presetScenario } from '@vedetta/scenario';
import type { TransmitBlock } from '@vedetta/signal';
import { describe, expect, it } from 'vitest';
import {
  buildGlrtCase,
  createReceiverBank,
  expandCovariance,
  isValidSufficient,
  type StructuredCovariance,
  type SufficientStatistic,
  statisticOfSufficient,
} from './index.ts';
import { choleskySolve, drawsNamed, product, scaled } from './test-support.ts';

/** One look of the small network at blocks of `streams` shared streams (0: independent blocks), scaled per AP. */
function look(name: string, streams = 0, change: (network: Network) => Network = (n) => n) {
  const deployment = deployNetwork(change(presetScenario('small').network));
  const { antennaCount } = deployment.network.accessPoints;
  const { sensingSamples } = deployment.network.block;
  const draws = drawsNamed(name);
  const shared = draws.normal(sensingSamples, Math.max(streams, 1));
  const blocks: TransmitBlock[] = deployment.transmitAccessPoints.map((accessPoint) => ({
    accessPoint,
    samples: streams
      ? product('NN', shared, draws.normal(streams, antennaCount))
      : draws.normal(sensingSamples, antennaCount),
  }));
  const plan = planSlot(deployment, 3);
  const [inspection] = plan.inspections;
  const [accessPoint] = inspection.receive;
  const white = draws.normal(antennaCount * sensingSamples, 1);
  const received = { accessPoint, slot: 3, observation: scaled(white, 3 * Math.sqrt(deployment.noiseVariance)) };
  const bank = createReceiverBank(deployment);
  bank.beginSlot(plan, blocks);
  const glrtCase = buildGlrtCase({ accessPoint, deployment, plan, blocks }, inspection, received);
  return { bank, inspection, received, glrtCase, blocks };
}

describe('the sufficient statistic', () => {
  it.each([
    ['independent blocks', 0],
    ['three shared streams', 3],
  ])('%s: its statistic is the local statistic to the bit, at rank min(τ_s, T) or the number of streams', (name, streams) => {
    const { bank, inspection, received, blocks } = look(name, streams);
    const sufficient = bank.sufficientStatistic(inspection, received);
    expect(statisticOfSufficient(sufficient)).toEqual(bank.localStatistic(inspection, received));
    expect(sufficient.rank).toBe(streams || blocks.length);
    expect(sufficient.gram).toHaveLength(sufficient.rank ** 2);
    expect(isValidSufficient(sufficient)).toBe(true);
  });

  it('well apart columns keep the coordinates of the transmit APs: z and gram are DᴴΨ⁻¹y and DᴴΨ⁻¹D but for a scale per AP', () => {
    const { bank, inspection, received, glrtCase } = look('coordinates');
    const { rank, zRe, zIm, gram } = bank.sufficientStatistic(inspection, received);
    const { echo, observation } = glrtCase;
    const dense = expandCovariance(glrtCase.covariance as StructuredCovariance, echo.rows);
    const z = product('HN', echo, choleskySolve(dense, observation));
    const full = product('HN', echo, choleskySolve(dense, echo));
    expect(rank).toBe(echo.columns);
    const scale = Array.from({ length: rank }, (_, i) => Math.sqrt(gram[i * i + 2 * i] / full.re[i * rank + i]));
    for (let i = 0; i < rank; i++) {
      expect(gram[i * i + 2 * i]).toBeCloseTo(1, 9);
      // Relative to ‖z‖ and to the unit diagonal: the accuracy promised for the statistic.
      expect(Math.hypot(zRe[i] - scale[i] * z.re[i], zIm[i] - scale[i] * z.im[i])).toBeLessThan(
        1e-9 * Math.hypot(...zRe),
      );
      for (let j = 0; j < i; j++) {
        const factor = scale[i] * scale[j];
        expect(Math.abs(gram[i * i + 2 * j] - factor * full.re[i * rank + j])).toBeLessThan(1e-9);
        expect(Math.abs(gram[i * i + 2 * j + 1] - factor * full.im[i * rank + j])).toBeLessThan(1e-9);
      }
    }
    expect(Math.max(...gram.filter((_, i) => !Number.isInteger(Math.sqrt(i + 1))).map(Math.abs))).toBeGreaterThan(1e-3);
  });

  it('a covariance without a factor says nothing: rank 0', () => {
    const { bank, inspection, received } = look('singular', 0, (n) => ({
      ...n,
      accessPoints: { ...n.accessPoints, antennaCount: 6 },
      propagation: { ...n.propagation, clutterScale: 1e25, angularSpreadDeg: 0.1 },
    }));
    const sufficient = bank.sufficientStatistic(inspection, received);
    expect(sufficient).toMatchObject({ rank: 0 });
    expect(isValidSufficient(sufficient)).toBe(true);
    expect(statisticOfSufficient(sufficient)).toEqual({ statistic: 0, rank: 0 });
  });
});

describe('what arrives from the wire', () => {
  const good: SufficientStatistic = {
    rank: 2,
    zRe: Float64Array.of(1, 2),
    zIm: Float64Array.of(0, -1),
    gram: Float64Array.of(1, 0.3, 0.4, 1),
  };

  it('is zᴴ gram⁻¹ z', () => {
    // det = 1 − 0.25; zᴴ adj z = |z₀|² + |z₁|² − 2 Re(conj(z₁) g₁₀ z₀) = 1 + 5 − 2 · Re((2 + j)(0.3 + 0.4j))
    expect(statisticOfSufficient(good).statistic).toBeCloseTo((6 - 2 * 0.2) / 0.75, 12);
    expect(isValidSufficient(good)).toBe(true);
  });

  it('is refused without an exception where sizes, numbers or definiteness fail', () => {
    const bad: SufficientStatistic[] = [
      { ...good, rank: 3 },
      { ...good, rank: -1 },
      { ...good, rank: 1.5 },
      { ...good, zIm: new Float64Array(1) },
      { ...good, gram: new Float64Array(3) },
      { ...good, zRe: Float64Array.of(1, Number.NaN) },
      { ...good, zRe: Float64Array.of(1e200, 0) },
      { ...good, gram: Float64Array.of(1, 0.3, 0.4, Number.POSITIVE_INFINITY) },
      { ...good, gram: Float64Array.of(1, 0.8, 0.7, 1) },
      { ...good, gram: Float64Array.of(0, 0, 0, 1) },
      { rank: 0, zRe: new Float64Array(0), zIm: new Float64Array(0), gram: new Float64Array(1) },
    ];
    for (const sufficient of bad) {
      expect(isValidSufficient(sufficient)).toBe(false);
      expect(() => statisticOfSufficient(sufficient)).not.toThrow();
    }
  });
});
