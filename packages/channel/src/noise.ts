import type { PropagationConfig } from '@vedetta/scenario';
import { dbmToWatts } from './units.ts';

/** What the noise power depends on. */
export type NoiseConfig = Pick<PropagationConfig, 'noiseDensityDbmPerHz' | 'noiseFigureDb' | 'bandwidthMhz'>;

/**
 * Thermal noise of one antenna over the whole band, σ_z² = N₀ B times the noise figure (model.md §2).
 *
 * @returns watts; 7.96·10⁻¹⁴ W at −174 dBm/Hz, 20 MHz and no noise figure
 */
export function noisePower(propagation: NoiseConfig): number {
  return dbmToWatts(propagation.noiseDensityDbmPerHz + propagation.noiseFigureDb) * propagation.bandwidthMhz * 1e6;
}
