/** What one slot senses: a coherence block of 100 kHz and 0.5 ms. */
const blockHertz = 1e5;
const blockSeconds = 5e-4;

/** The same traffic in three measures. Means over the slots, handshakes included. */
export interface LinkRates {
  /** Bytes on the wire for each slot, which senses one coherence block. */
  readonly bytesPerBlock: number;
  /** At the slot period, emulated. */
  readonly bitsPerSecond: number;
  /** If every coherence block of the carrier were sensed: bits per block × B / 100 kHz / 0.5 ms. */
  readonly carrierEquivalentBitsPerSecond: number;
}

/** @returns null before the first slot. */
export function ratesOf(
  wireBytes: number,
  slots: number,
  { slotPeriodMs, bandwidthMhz }: { readonly slotPeriodMs: number; readonly bandwidthMhz: number },
): LinkRates | null {
  if (slots === 0) return null;
  const bits = (8 * wireBytes) / slots;
  return {
    bytesPerBlock: bits / 8,
    bitsPerSecond: (bits * 1000) / slotPeriodMs,
    carrierEquivalentBitsPerSecond: (bits * ((bandwidthMhz * 1e6) / blockHertz)) / blockSeconds,
  };
}
