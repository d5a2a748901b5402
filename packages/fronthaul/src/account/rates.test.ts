import { expect, it } from 'vitest';
import { ratesOf } from './rates.ts';

it('45 bytes a slot are 7200 bit/s at one slot every 50 ms, and 144 Mbit/s if all 20 MHz were sensed', () => {
  const rates = ratesOf(4500, 100, { slotPeriodMs: 50, bandwidthMhz: 20 });
  expect(rates).toEqual({ bytesPerBlock: 45, bitsPerSecond: 7200, carrierEquivalentBitsPerSecond: 144e6 });
  expect(ratesOf(300, 0, { slotPeriodMs: 50, bandwidthMhz: 20 })).toBe(null);
});
