import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { negotiate } from './accept.ts';

const offers = ['application/json', 'text/csv'];

describe('the media type', () => {
  it.each([
    [undefined, 'application/json'],
    ['', 'application/json'],
    ['*/*', 'application/json'],
    ['text/csv', 'text/csv'],
    ['TEXT/CSV; charset=utf-8', 'text/csv'],
    ['text/*', 'text/csv'],
    ['application/json;q=0.5, text/csv', 'text/csv'],
    ['text/csv;q=0.5, */*;q=0.5', 'application/json'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'application/json'],
    ['application/json;q=0, */*', 'text/csv'],
    ['image/png', null],
    ['*/*;q=0', null],
    ['text/csv;q=high', null],
    ['nonsense', null],
  ])('for Accept: %s is %s', (accept, expected) => {
    expect(negotiate(accept, offers)).toBe(expected);
  });

  it('is always one of the offers or none, whatever the header', () => {
    fc.assert(fc.property(fc.string(), (accept) => [null, ...offers].includes(negotiate(accept, offers))));
  });
});
