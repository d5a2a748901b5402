import type { Pace } from '@vedetta/store';
import { InvalidArgumentError } from 'commander';

/** Parsers of command-line values; each says what is allowed. */

export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least || value > most) {
      throw new InvalidArgumentError(`'${text}' is not a whole number from ${least} to ${most}.`);
    }
    return value;
  };
}

/** NaN for what Number takes besides decimals: nothing at all, hexadecimal. */
function decimal(text: string): number {
  return /^(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
}

export function pace(text: string): Pace {
  if (text === 'fast') return text;
  const value = decimal(text);
  if (!(value > 0 && value <= 1_000)) {
    throw new InvalidArgumentError(`'${text}' is neither 'fast' nor emulated seconds per second, 0 < pace ≤ 1000.`);
  }
  return value;
}

export function probability(text: string): number {
  const value = decimal(text);
  if (!(value >= 1e-12 && value <= 0.5))
    throw new InvalidArgumentError(`'${text}' is not a probability from 1e-12 to 0.5.`);
  return value;
}

export function evaluationRate(text: string): 'all' | 'off' | number {
  if (text === 'all' || text === 'off') return text;
  return wholeNumber(1, 1_000_000)(text);
}

export const seed = wholeNumber(0, Number.MAX_SAFE_INTEGER);
