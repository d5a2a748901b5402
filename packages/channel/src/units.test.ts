import { expect, test } from 'vitest';
import { dbmToWatts, dbToLinear, degToRad, linearToDb, wavelength } from './units.ts';

test('decibels, dBm, degrees and wavelength come out as on paper', () => {
  expect(dbToLinear(20)).toBeCloseTo(100, 12);
  expect(linearToDb(1e-3)).toBeCloseTo(-30, 12);
  expect(linearToDb(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(dbmToWatts(33)).toBeCloseTo(1.9952623149688795, 14);
  expect(dbmToWatts(30)).toBe(1);
  expect(degToRad(180)).toBe(Math.PI);
  expect(wavelength(2)).toBeCloseTo(0.15, 15);
});

test('identity: there and back', () => {
  for (const value of [1e-14, 3.7e-5, 1, 250]) {
    expect(dbToLinear(linearToDb(value)) / value).toBeCloseTo(1, 13);
    expect(dbmToWatts(linearToDb(value) + 30) / value).toBeCloseTo(1, 13);
  }
});
