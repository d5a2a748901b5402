import { type Network, presetScenario } from '@vedetta/scenario';
import { describe, expect, it } from 'vitest';
import { alarmScores } from './rounded-test-support.ts';

/**
 * What is not exact in theory, a rounding that is uniform rather than normal and units that follow the samples they divide, must not be seen
 * in thousands of inspections.
 */
describe('false alarms on samples in block floating point, every report decided alone', () => {
  const { network } = presetScenario('small');
  const wide = { ...network.accessPoints, count: 8, antennaCount: 5 };
  it.each([
    ['blocks of whole times', network, 4000],
    ['blocks that end within a time', { ...network, accessPoints: wide }, 3000],
    [
      'clutter 20 dB above that, so that the rounding is mostly that of clutter',
      { ...network, propagation: { ...network.propagation, clutterScale: 1 } },
      4000,
    ],
  ] as [
    string,
    Network,
    number,
  ][])('%s: binomial with 10⁻¹, 10⁻² and 10⁻³ at 6, 8, 10 and 12 bits, within 4 σ', (_, changed, slots) => {
    const formats = alarmScores(changed, slots);
    for (const { inspections, counted } of formats) {
      expect(inspections).toBeGreaterThan(2 * slots - 1);
      const [tenth, hundredth, thousandth] = counted;
      expect(Math.abs(tenth)).toBeLessThan(4);
      expect(Math.abs(hundredth)).toBeLessThan(4);
      // A handful of alarms: the binomial law is skewed, so its upper tail is longer.
      expect(thousandth).toBeGreaterThan(-4);
      expect(thousandth).toBeLessThan(5);
    }
    // Taken for exact, samples of few bits alarm far more often.
    expect(formats[0].taken[1]).toBeGreaterThan(20);
  });
});
