import { createComplexMatrix, drawKey, fillComplexNormal, gemm } from '@vedetta/numerics';
import { describe, expect, it } from 'vitest';
import {
  alarmMeans,
  computeScnr,
  computeSicnr,
  designReceiver,
  designTrackingReceivers,
  type RandomEcho,
} from './index.ts';
import { energy, lowerRoot, product, relativeDifference, scaled, sum } from './test-support.ts';
import { trackedScene } from './tracking-test-support.ts';

const shape = { antennas: 3, transmitters: 3, samples: 8, clutter: 1, strength: [0.3, 2, 1], angleError: 0.02 };

describe('SICNR (45), identities', () => {
  it('without errors and without others it is the SCNR of the same receiver', () => {
    const { trackingCase, echoes } = trackedScene('alone', { ...shape, strength: [0.3], angleError: 0 });
    const [{ weights }] = designTrackingReceivers(trackingCase, 'glrt');
    const { observation, covariance } = trackingCase;
    const plain = designReceiver({ echo: echoes[0].echo, observation, covariance });
    const sicnr = computeSicnr([{ weights, ...echoes[0], interferers: [] }]);
    expect(sicnr).toBe(computeScnr([{ weights, ...echoes[0] }]));
    expect(relativeDifference(sicnr, computeScnr([{ weights: plain.weights, ...echoes[0] }]))).toBeLessThan(1e-12);
  });

  const { trackingCase, echoes } = trackedScene('three', shape);
  const [{ weights, rank }] = designTrackingReceivers(trackingCase, 'glrt');
  const part = { weights, ...echoes[0] };
  const among = (...interferers: readonly RandomEcho[]) => computeSicnr([{ ...part, interferers }]);

  it('an interferer without power changes nothing, to the bit', () => {
    const silent = { ...echoes[2], rcsCovariance: scaled(echoes[2].rcsCovariance, 0) };
    expect(among(echoes[1], silent)).toBe(among(echoes[1]));
  });

  it('an interferer whose echoes are orthogonal to the receiver changes nothing', () => {
    // D' − W(WᴴW)⁻¹WᴴD': what the receiver does not see.
    const { echo, rcsCovariance } = echoes[1];
    const q = lowerRoot(product('HN', weights, weights));
    const basis = createComplexMatrix(rank, rank);
    for (let i = 0; i < rank; i++) basis.re[i * rank + i] = 1;
    for (let c = 0; c < rank; c++)
      for (let i = 0; i < rank; i++) {
        let re = basis.re[i * rank + c];
        let im = basis.im[i * rank + c];
        for (let k = 0; k < i; k++) {
          re -= q.re[i * rank + k] * basis.re[k * rank + c] - q.im[i * rank + k] * basis.im[k * rank + c];
          im -= q.re[i * rank + k] * basis.im[k * rank + c] + q.im[i * rank + k] * basis.re[k * rank + c];
        }
        basis.re[i * rank + c] = re / q.re[i * rank + i];
        basis.im[i * rank + c] = im / q.re[i * rank + i];
      }
    const orthonormal = product('NH', weights, basis);
    const seen = product('NN', orthonormal, product('HN', orthonormal, echo));
    const unseen = { echo: sum(echo, scaled(seen, -1)), rcsCovariance };
    expect(energy(product('HN', weights, unseen.echo))).toBeLessThan(1e-20);
    expect(energy(unseen.echo)).toBeGreaterThan(1);
    expect(relativeDifference(among(unseen), among())).toBeLessThan(1e-14);
    expect(among(echoes[1])).toBeLessThan(0.9 * among());
  });

  it('more interference lowers it, and scaling all reflectivities leads to the signal-to-interference ratio', () => {
    expect(among(echoes[1], echoes[2])).toBeLessThan(among(echoes[1]));
    const louder = (factor: number) => {
      const [own, ...others] = echoes.map(({ echo, rcsCovariance }) => ({
        echo,
        rcsCovariance: scaled(rcsCovariance, factor),
      }));
      return computeSicnr([{ weights, ...own, interferers: others }]);
    };
    expect(louder(10)).toBeGreaterThan(louder(1));
    expect(relativeDifference(louder(1e12), louder(1e13))).toBeLessThan(1e-9);
  });

  it('joint-glrt nulls the echoes it has designed for: its SICNR is its SCNR whatever the others send', () => {
    const known = trackedScene('known', { ...shape, strength: [0.3, 1e6, 1e5], angleError: 0 });
    const [joint] = designTrackingReceivers(known.trackingCase, 'joint-glrt', [0]);
    const own = { weights: joint.weights, ...known.echoes[0] };
    const sicnr = computeSicnr([{ ...own, interferers: known.echoes.slice(1) }]);
    expect(relativeDifference(sicnr, computeScnr([own]))).toBeLessThan(1e-9);
    const [plain] = designTrackingReceivers(known.trackingCase, 'glrt', [0]);
    const beside = { weights: plain.weights, ...known.echoes[0], interferers: known.echoes.slice(1) };
    expect(computeSicnr([beside])).toBeLessThan(1e-3 * sicnr);
  });

  it('nothing observed is 0', () => {
    const none = createComplexMatrix(24, 0);
    expect(computeSicnr([])).toBe(0);
    expect(computeSicnr([{ ...part, weights: none, interferers: [echoes[1]] }])).toBe(0);
  });
});

describe('statistical: measured energies', () => {
  it('numerators and denominators of (36) and (45) over two receive APs, within 4 σ of 40,000 draws', () => {
    const draws = 40_000;
    const total = { signal: 0, interfered: 0, disturbed: 0 };
    const variance = { signal: 0, interfered: 0, disturbed: 0 };
    const parts = ['first', 'second'].map((name, m) => {
      const { trackingCase, echoes, psi } = trackedScene(name, { ...shape, angleError: 0.1 });
      const [{ weights }] = designTrackingReceivers(trackingCase, 'glrt', [0]);
      const noiseRoot = lowerRoot(psi);
      const roots = echoes.map(({ rcsCovariance }) => lowerRoot(rcsCovariance));
      const key = drawKey(6, `detection/sicnr/${m}`);
      const white = createComplexMatrix(psi.rows, 1);
      const y = createComplexMatrix(psi.rows, 1);
      const alpha = createComplexMatrix(3, 1);
      const reflected = createComplexMatrix(3, 1);
      const addEcho = (draw: number, l: number) => {
        fillComplexNormal(key, draw, 1 + l, 0, alpha);
        gemm('NN', roots[l], alpha, reflected);
        gemm('NN', echoes[l].echo, reflected, y, 1, 1);
      };
      for (let draw = 0; draw < draws; draw++) {
        y.re.fill(0);
        y.im.fill(0);
        addEcho(draw, 0);
        total.signal += energy(product('HN', weights, y)) / draws;
        fillComplexNormal(key, draw, 0, 0, white);
        gemm('NN', noiseRoot, white, y);
        total.disturbed += energy(product('HN', weights, y)) / draws;
        addEcho(draw, 1);
        addEcho(draw, 2);
        total.interfered += energy(product('HN', weights, y)) / draws;
      }
      // An energy is a sum of exponentials of these means, its variance the sum of their squares (model.md §4).
      const spread = (means: Float64Array) => means.reduce((s, mean) => s + mean * mean, 0) / draws;
      const nothing = { dense: scaled(psi, 0) };
      variance.signal += spread(alarmMeans(weights, nothing, [echoes[0]]));
      variance.disturbed += spread(alarmMeans(weights, { dense: psi }));
      variance.interfered += spread(alarmMeans(weights, { dense: psi }, echoes.slice(1)));
      return { weights, ...echoes[0], interferers: echoes.slice(1) };
    });
    const ranks = parts.reduce((r, { weights }) => r + weights.columns, 0);
    const scnr = computeScnr(parts);
    const signal = scnr * ranks;
    const interfered = signal / computeSicnr(parts);
    expect(interfered).toBeGreaterThan(2 * ranks);
    expect(Math.abs(total.signal - signal)).toBeLessThan(4 * Math.sqrt(variance.signal));
    expect(Math.abs(total.disturbed - ranks)).toBeLessThan(4 * Math.sqrt(variance.disturbed));
    expect(Math.abs(total.interfered - interfered)).toBeLessThan(4 * Math.sqrt(variance.interfered));
  });
});
