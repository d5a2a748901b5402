import { presetScenario } from '@vedetta/scenario';
import { expect, it } from 'vitest';
import { alarmScores } from './rounded-test-support.ts';

it('statistical: samples in block floating point of 6 to 12 bits, every report decided alone, alarm in an empty sky as often as they should', () => {
  const formats = alarmScores(presetScenario('small').network, 600);
  for (const { inspections, counted } of formats) {
    expect(inspections).toBeGreaterThan(1199);
    expect(Math.max(...counted.slice(0, 2).map(Math.abs))).toBeLessThan(4);
  }
  // Taken for exact, samples of few bits alarm far more often.
  expect(formats[0].taken[1]).toBeGreaterThan(20);
});
