import { expect, it } from 'vitest';
import type { Row } from '../../machinery/experiment.ts';
import { curves, type Sensing } from './values.ts';
import { figure5Verdicts } from './verdicts.ts';

/** Two set-ups of every curve, of which the mean SCNR is a law's, and p_M falls with it. */
function rowsOf(law: (sensing: Sensing) => number): Row[] {
  return curves.flatMap((sensing) =>
    ['scnr', 'rate'].flatMap((metric): Row[] => {
      const mean = law(sensing);
      const curve = { ...sensing, metric };
      const setUps = [0, 1].map((setUp): Row => {
        const own = mean + 0.001 * setUp * mean;
        return { kind: 'set-up', ...curve, setUp, mean: own, missProbability: 0.5 - own / 100 };
      });
      return [...setUps, { kind: 'summary', ...curve, p5: mean, p50: mean, missProbability: 0.5 - mean / 100 }];
    }),
  );
}

const verdictsOnFour = (rows: readonly Row[]) =>
  figure5Verdicts(rows)
    .filter(({ claim }) => claim.startsWith('S = 4'))
    .map(({ holds }) => holds);

it('where the number of receivers alone counts, S = 4 is no better once that number is held', () => {
  expect(verdictsOnFour(rowsOf(({ regions, receivePerRegion }) => regions * receivePerRegion))).toEqual([
    false,
    false,
    false,
  ]);
  const bestWithFour = ({ regions, receivePerRegion }: Sensing) =>
    10 - Math.abs(Math.min(8, regions * receivePerRegion) - 4);
  expect(verdictsOnFour(rowsOf(bestWithFour))).toEqual([true, false, false]);
});

it('where S alone counts, S = 4 is best however many receive', () => {
  expect(verdictsOnFour(rowsOf(({ regions }) => 10 - Math.abs(regions - 4)))).toEqual([true, true, true]);
});
