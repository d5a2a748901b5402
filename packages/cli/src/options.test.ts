import { InvalidArgumentError } from 'commander';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluationRate, pace, probability, seed, wholeNumber } from './options.ts';

const refused = (parse: (text: string) => unknown, text: string) => {
  expect(() => parse(text), text).toThrow(InvalidArgumentError);
};
const nonsense = ['', ' ', 'x', '1x', 'NaN', 'Infinity', '-1', '--seed', 'null', '1,5'];

describe('a whole number', () => {
  it('is digits between the limits, both allowed', () => {
    const port = wholeNumber(0, 65_535);
    for (const value of [0, 1, 8080, 65_535]) expect(port(String(value))).toBe(value);
    for (const text of [...nonsense, '65536', '1.0', '1e3', '0x10', '+5', ' 5']) refused(port, text);
    fc.assert(fc.property(fc.integer({ min: 0, max: 65_535 }), (value) => port(String(value)) === value));
  });

  it('is not one that doubles cannot hold', () => {
    expect(seed(String(Number.MAX_SAFE_INTEGER))).toBe(Number.MAX_SAFE_INTEGER);
    refused(seed, '9007199254740993');
  });

  it('says what is allowed', () => {
    expect(() => wholeNumber(1, 256)('0')).toThrow("'0' is not a whole number from 1 to 256.");
  });
});

describe('the pace', () => {
  it("is 'fast' or emulated seconds per second", () => {
    expect(pace('fast')).toBe('fast');
    expect([pace('1'), pace('0.05'), pace('1000')]).toEqual([1, 0.05, 1000]);
    for (const text of [...nonsense, '0', '1001', 'Fast', '0x10']) refused(pace, text);
  });
});

describe('a probability', () => {
  it('lies strictly between 0 and 1', () => {
    expect([probability('0.01'), probability('1e-6'), probability('.5')]).toEqual([0.01, 1e-6, 0.5]);
    for (const text of [...nonsense, '0', '1', '1.5', '-0.1', '0x0']) refused(probability, text);
  });
});

describe('the evaluation rate', () => {
  it('is all, off or every n-th slot', () => {
    expect([evaluationRate('all'), evaluationRate('off'), evaluationRate('4')]).toEqual(['all', 'off', 4]);
    for (const text of [...nonsense, '0', '2.5', 'ALL', 'none']) refused(evaluationRate, text);
  });
});
