import { expect, it } from 'vitest';
import type { Row } from '../../machinery/experiment.ts';
import { clutterScales, rcsVariancesDbsm } from '../variants.ts';
import { trackingVariants } from './values.ts';
import { figure7Verdicts } from './verdicts.ts';

/** SICNR of two set-ups by a law: mean in dB of σ_α² and ς. */
function rowsOf(law: (variant: string, rcsDbsm: number, clutterScale: number) => number): Row[] {
  const places = [
    ...rcsVariancesDbsm.map((rcsDbsm) => ({ rcsDbsm, clutterScale: 0.01 })),
    ...clutterScales.filter((scale) => scale !== 0.01).map((clutterScale) => ({ rcsDbsm: 10, clutterScale })),
  ];
  return trackingVariants.flatMap((variant) =>
    places.flatMap((place) =>
      [0, 1].map((setUp) => {
        const mean = law(variant, place.rcsDbsm, place.clutterScale) + 0.001 * setUp * (1 + place.rcsDbsm);
        return { kind: 'set-up', metric: 'sicnr', variant, ...place, setUp, mean };
      }),
    ),
  );
}

it('a signal-to-interference ratio that saturates fulfils the claims; one that is linear in σ_α² fulfils none of those about it', () => {
  const saturating = rowsOf((variant, rcsDbsm, scale) => {
    const signal = 10 ** (rcsDbsm / 10) * (variant === 'isac' ? 1 : 0.5);
    return 10 * Math.log10(signal / (signal * 0.2 + 0.1 + 30 * scale));
  });
  expect(figure7Verdicts(saturating).map(({ holds }) => holds)).toEqual([true, true, true, true]);
  const linear = rowsOf((variant, rcsDbsm, scale) => rcsDbsm - 10 * Math.log10(scale) - (variant === 'isac' ? 0 : 3));
  expect(figure7Verdicts(linear).map(({ holds }) => holds)).toEqual([false, false, false, false]);
});
