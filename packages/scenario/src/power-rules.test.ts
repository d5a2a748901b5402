import { expect, test } from 'vitest';
import { parseNetwork } from './parse.ts';
import { refusals } from './test-problems.ts';

test.each([
  [
    'a policy is one of three',
    '{network: {power: {policy: best}}}',
    "power.policy: must be 'uniform', 'fractional', or for max-min power control { sirFloorDb: x }, x a number from -100 to 100 or 'highest', got \"best\"",
  ],
  [
    'max-min power control takes what it can hold',
    '{network: {power: {policy: {sirFloorDb: 0}}, users: {count: 400}, accessPoints: {count: 64}}}',
    "power.policy: must be 'uniform' or 'fractional' for so many users and APs: max-min power control takes users² · APs up to 1048576, got 10240000",
  ],
  [
    'max-min power control takes what it solves in minutes',
    '{network: {power: {policy: {sirFloorDb: 0}}, sensing: {association: CF, regions: 36}, users: {count: 60}, accessPoints: {count: 60}}}',
    "power.policy: must be 'uniform' or 'fractional' for so large a network: max-min power control takes powers · (users and regions), over all that slots inspect in turn, up to 50000, got 3214944",
  ],
  [
    'so it does without users',
    '{network: {power: {policy: {sirFloorDb: 0}}, sensing: {association: UC, regions: 36}, users: {count: 0}, accessPoints: {count: 1500}}}',
    "power.policy: must be 'uniform' or 'fractional' for so large a network: max-min power control takes powers · (users and regions), over all that slots inspect in turn, up to 50000, got 52704",
  ],
])('%s', (_, text, problem) => {
  expect(refusals(text).map((line) => line.replace(/^x\.yaml:\d+:\d+ network\./, ''))).toContain(problem);
});

test('a floor is a number of decibels, or the highest that there is', () => {
  for (const sirFloorDb of [-3.5, 'highest'])
    expect(parseNetwork({ power: { policy: { sirFloorDb } } }).power.policy).toEqual({ sirFloorDb });
  expect(refusals('{network: {power: {policy: {sirFloorDb: lowest}}}}')).not.toEqual([]);
});
