import { expect, it } from 'vitest';
import { duration, secondsLeft } from './estimate.ts';
import { progressText } from './progress.ts';

const units = [1, 1, 4].map((weight, i) => ({ key: `${i}`, point: i, unit: 0, weight }));

it('what is left is estimated from what a unit of weight took, shared by the workers', () => {
  expect(secondsLeft(units, new Map(), new Map(), 1)).toBeNull();
  expect(secondsLeft(units, new Map([['0', 10]]), new Map(), 1)).toBeCloseTo(50);
  expect(secondsLeft(units, new Map([['0', 10]]), new Map(), 2)).toBeCloseTo(25);
  const half = new Map([['1', { share: 0.5, seconds: 10 }]]);
  expect(secondsLeft(units, new Map([['0', 10]]), half, 1)).toBeCloseTo((20 / 1.5) * (0.25 + 4));
  const silent = new Map([['1', { share: 0, seconds: 5 }]]);
  expect(secondsLeft(units, new Map([['0', 10]]), silent, 1)).toBeCloseTo(45);
});

it('durations and progress read as a person would say them', () => {
  expect([0.2, 59.4, 61, 3700].map(duration)).toEqual(['1 s', '59 s', '1 min 1 s', '1 h 2 min']);
  expect(progressText({ done: 3, total: 9, points: ['a', 'b', 'a'], secondsLeft: 200 })).toBe(
    '3 of 9 units, about 3 min 20 s left, now a and b',
  );
  expect(progressText({ done: 9, total: 9, points: [], secondsLeft: 0 })).toBe('9 of 9 units');
  expect(progressText({ done: 0, total: 9, points: [], workers: 0, secondsLeft: null })).toBe(
    '0 of 9 units, 0 workers',
  );
  expect(progressText({ done: 3, total: 9, points: ['a'], workers: 1, secondsLeft: 5 })).toBe(
    '3 of 9 units, 1 worker, about 5 s left, now a',
  );
});
