export type Metric = 'scnr' | 'sicnr' | 'rate';

export const metricNames: Readonly<Record<Metric, { readonly name: string; readonly unit: string }>> = {
  scnr: { name: 'SCNR', unit: 'dB' },
  sicnr: { name: 'SICNR', unit: 'dB' },
  rate: { name: 'data rate', unit: 'Mbit/s' },
};
