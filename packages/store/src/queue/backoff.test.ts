import { expect, test } from 'vitest';
import { retryDelayMs } from './backoff.ts';

test('attempts wait twice as long each time, up to five seconds', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 1000].map(retryDelayMs)).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000, 5000]);
});
