import { describe, expect, it } from 'vitest';
import { Table } from './table.ts';

const table = () =>
  new Table<[string, number]>([
    { title: 'name', cell: ([name]) => name },
    { title: 'n', align: 'right', cell: ([, n]) => String(n), paint: (text) => `<${text}>` },
  ]);

describe('a table', () => {
  it('aligns what was measured, and grows where a later row is wider', () => {
    const shown = table();
    shown.measure([['antenna', 12]]);
    expect(shown.header()).toBe('name      n');
    expect(shown.row(['a', 1])).toBe('a        < 1>');
    expect(shown.row(['longer-than-all', 1234])).toBe('longer-than-all  <1234>');
    expect(shown.row(['a', 1])).toBe('a                <   1>');
  });
});
