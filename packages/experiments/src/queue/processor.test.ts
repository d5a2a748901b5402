import { expect, test } from 'vitest';
import { bounded } from './processor.ts';

test('rows that a queue should not carry are refused, saying what to do', () => {
  const computed = (characters: number) => ({ rows: [{ text: 'x'.repeat(characters) }], seconds: 1 });
  expect(bounded(computed(4_000_000))).toEqual(computed(4_000_000));
  expect(() => bounded(computed(5 * 2 ** 20))).toThrow(
    'its rows take 5.0 MB, and a queue carries 4.0 MB: compute this one without --queue',
  );
});
