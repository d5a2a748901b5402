import { expect, test } from 'vitest';
import { BoundedMemo, matrixMemoCapacity } from './bounded-memo.ts';

test('a memo never holds more than its capacity and drops the oldest first', () => {
  const computed: number[] = [];
  const memo = new BoundedMemo(3, (key) => {
    computed.push(key);
    return key * 10;
  });
  for (const key of [1, 2, 3, 1, 4, 2, 1]) expect(memo.get(key)).toBe(key * 10);
  expect(memo.size).toBe(3);
  expect(computed).toEqual([1, 2, 3, 4, 1]);
});

test('matrix memos stay within 256 MiB but for very large arrays', () => {
  expect(matrixMemoCapacity(4, 2) * 2 * 16 * 16).toBeLessThan(256 * 1024 * 1024);
  expect(matrixMemoCapacity(256, 2)).toBe(1024);
});
