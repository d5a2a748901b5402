import { expect, test } from 'vitest';
import { codeOf } from './code.ts';
import { assertCodeOf, bounded } from './processor.ts';
import { queueName } from './unit-job.ts';

test('rows that a queue should not carry are refused, saying what to do', () => {
  const computed = (characters: number) => ({ rows: [{ text: 'x'.repeat(characters) }], seconds: 1 });
  expect(bounded(computed(4_000_000))).toEqual(computed(4_000_000));
  expect(() => bounded(computed(5 * 2 ** 20))).toThrow(
    'its rows take 5.0 MB, and a queue carries 4.0 MB: compute this one without --queue',
  );
});

test('a process that finds other code on the disk than its worker had computes nothing', () => {
  assertCodeOf(`bull:${queueName(codeOf('1.2.3'))}`, '1.2.3');
  const others = `bull:${queueName({ id: '0123456789ab', label: 'before' })}`;
  expect(() => assertCodeOf(others, '1.2.3')).toThrow('the code there was changed under the worker');
});
