import { type ComplexMatrix, createComplexMatrix, kronecker } from '@vedetta/numerics';
import { estimatedDirectionCosine, steeringVector } from '@vedetta/signal';
import { expandCovariance } from './expand-covariance.ts';
import type { RandomEcho } from './general-law.ts';
import { drawsNamed, product, scaled } from './test-support.ts';
import type { TrackingCase } from './tracking-receivers.ts';
import type { StructuredCovariance } from './types.ts';

/** Several targets at one receive AP, for tests: a function of its name. */
export interface TrackedScene {
  /** Receivers at the estimated positions; y = 0. */
  readonly trackingCase: TrackingCase & { readonly covariance: StructuredCovariance };
  /** What really echoes. */
  readonly echoes: readonly RandomEcho[];
  readonly psi: ComplexMatrix;
}

export interface SceneShape {
  readonly antennas: number;
  readonly transmitters: number;
  readonly samples: number;
  /** Clutter power per term relative to the noise. */
  readonly clutter: number;
  /** Of each target: N times this is the mean power, relative to the noise, of one transmit AP’s echo per sample and antenna. */
  readonly strength: readonly number[];
  /** Angle errors are uniform within this, rad. */
  readonly angleError: number;
}

const axis = [0, 1, 0] as const;

/** Columns √g (S conj(a(p))) ⊗ a(p) for APs at drawn places, every AP's angles with one error a target (12). */
export function trackedScene(name: string, shape: SceneShape): TrackedScene {
  const { antennas, transmitters, samples, clutter, strength, angleError } = shape;
  const draws = drawsNamed(`tracked/${name}`);
  const place = (height: number) => [500 * draws.uniform(), 500 * draws.uniform(), height] as const;
  const signals = Array.from({ length: transmitters }, () => draws.normal(samples, antennas));
  const [receiver, ...from] = Array.from({ length: transmitters + 1 }, () => place(10));
  const covariance: StructuredCovariance = {
    noiseVariance: 1,
    terms: signals.map((signal) => ({
      power: clutter * (0.1 + draws.uniform()),
      signal,
      transmitCorrelation: draws.correlation(antennas),
      receiveCorrelation: draws.correlation(antennas),
    })),
  };
  const targets = strength.map((power) => {
    const position = place(20 + 80 * draws.uniform());
    const spread = () => angleError * (2 * draws.uniform() - 1);
    const error = { azimuth: spread(), elevation: spread() };
    const echo = (e?: typeof error) => {
      const steering = (q: typeof receiver) =>
        steeringVector(antennas, 0.5, estimatedDirectionCosine(axis, q, position, e));
      const profiles = createComplexMatrix(samples, transmitters);
      signals.forEach((signal, m) => {
        const a = steering(from[m]);
        const profile = product('NN', signal, { ...a, im: a.im.map((x) => -x) });
        for (let t = 0; t < samples; t++) {
          profiles.re[t * transmitters + m] = Math.sqrt(power) * profile.re[t];
          profiles.im[t * transmitters + m] = Math.sqrt(power) * profile.im[t];
        }
      });
      return kronecker(profiles, steering(receiver));
    };
    return { estimated: echo(error), known: echo(), rcsCovariance: scaled(draws.correlation(transmitters), 1) };
  });
  const rows = samples * antennas;
  return {
    trackingCase: {
      targets: targets.map(({ estimated }) => ({ echo: estimated })),
      observation: createComplexMatrix(rows, 1),
      covariance,
    },
    echoes: targets.map(({ known, rcsCovariance }) => ({ echo: known, rcsCovariance })),
    psi: expandCovariance(covariance, rows),
  };
}
