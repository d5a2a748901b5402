import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { BadCursorError } from './errors.ts';

test('a cursor gives its key back to its own list', () => {
  const key = fc.array(fc.integer({ min: 0, max: 0x7fffffff }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(key, (k) => {
      expect(decodeCursor('list', encodeCursor('list', k), k.length)).toEqual(k);
    }),
  );
});

test('whatever else comes is a bad cursor, never another error', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.base64String(),
        fc.json().map((j) => Buffer.from(j).toString('base64url')),
      ),
      (s) => {
        expect(() => decodeCursor('list', s, 2)).toThrow(BadCursorError);
      },
    ),
  );
});
