/** The two choices that the paper's text leaves open (model.md §2). */
export interface Reading {
  readonly targetGain: 'product' | 'radar-equation';
  readonly apToApPathLoss: 'los' | 'nlos';
}

/** Percentiles of the SCNR at 10 dBsm, ς = 10⁻², dB, and share above 0 dB, of an independent program: 225 cells in 25 set-ups. */
export interface Reference {
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
  readonly aboveZero: number;
}

export const referenceCells = 225;
export const referenceSetUps = 25;

export const readings: readonly (Reading & { readonly reference: Reference })[] = [
  { targetGain: 'product', apToApPathLoss: 'los', reference: { p5: -34.5, p50: -22.5, p95: -8.5, aboveZero: 0 } },
  { targetGain: 'product', apToApPathLoss: 'nlos', reference: { p5: -15, p50: -3.7, p95: 6.4, aboveZero: 0.27 } },
  {
    targetGain: 'radar-equation',
    apToApPathLoss: 'los',
    reference: { p5: -6.5, p50: 5.9, p95: 20.5, aboveZero: 0.73 },
  },
  { targetGain: 'radar-equation', apToApPathLoss: 'nlos', reference: { p5: 15.2, p50: 23.5, p95: 33.1, aboveZero: 1 } },
];
