import { expect, test } from 'vitest';
import { queueUrl } from './queue-url.ts';

const environment = { VEDETTA_QUEUE: ' redis://:secret@10.0.0.7 ' };

test('the queue is the one that is typed, or the environment’s where the option stands alone, and none without the option', () => {
  expect(queueUrl('redis://10.0.0.8', environment)).toBe('redis://10.0.0.8');
  expect(queueUrl(true, environment)).toBe('redis://:secret@10.0.0.7');
  expect(queueUrl(undefined, environment)).toBe(undefined);
});

test('an option that stands alone and finds nothing says what to do', () => {
  for (const VEDETTA_QUEUE of [undefined, '', ' '])
    expect(() => queueUrl(true, { VEDETTA_QUEUE })).toThrow(/^name the queue: --queue redis:.*, or VEDETTA_QUEUE$/);
  expect(() => queueUrl('', environment)).toThrow('name the queue');
});
