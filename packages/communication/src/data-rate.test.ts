import { expect, test } from 'vitest';
import { dataRate, spectralEfficiency } from './data-rate.ts';
import { CommunicationError } from './errors.ts';

const block = { coherenceSamples: 50, pilotLength: 10 };

test('the rate (17) is what the pilots leave of the block, τ_d/τ_c B log₂(1 + γ) with τ_d = τ_c − τ_p', () => {
  expect(spectralEfficiency(3, block)).toBeCloseTo(0.8 * 2, 15);
  expect(dataRate(3, block, 20e6)).toBeCloseTo(32e6, 6);
  expect(spectralEfficiency(0, block)).toBe(0);
  expect(spectralEfficiency(7, { coherenceSamples: 10, pilotLength: 10 })).toBe(0);
});

test('pilots that fill the block leave no rate, however good the channel is', () => {
  expect(spectralEfficiency(Infinity, { coherenceSamples: 10, pilotLength: 10 })).toBe(0);
});

test('a rate far below noise keeps its digits: log₂(1 + γ) is γ/ln 2', () => {
  const sinr = 1e-18;
  expect(spectralEfficiency(sinr, block) / ((0.8 * sinr) / Math.LN2)).toBeCloseTo(1, 14);
});

test.each([
  ['sinr', () => spectralEfficiency(-1, block)],
  ['sinr', () => spectralEfficiency(Number.NaN, block)],
  ['coherenceSamples', () => spectralEfficiency(1, { coherenceSamples: 0, pilotLength: 0 })],
  ['pilotLength', () => spectralEfficiency(1, { coherenceSamples: 9, pilotLength: 10 })],
  ['bandwidth', () => dataRate(1, block, -1)],
])('refuses %s out of range', (path, compute) => {
  expect(compute).toThrow(CommunicationError);
  expect(compute).toThrow(`${path}: `);
});
