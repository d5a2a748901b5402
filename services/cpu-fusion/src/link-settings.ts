import type { Deployment } from '@vedetta/deployment';
import type { LinkClock } from '@vedetta/fronthaul';
import { type LinkConfig, linkOf, type Network } from '@vedetta/scenario';
import type { Pace } from '@vedetta/store';

/** The emulated link of every access point: the scenario's, and what was changed since. */
export class LinkSettings {
  readonly #links: Map<number, LinkConfig>;

  constructor({ accessPoints, network }: Deployment) {
    this.#links = new Map(accessPoints.map((point) => [point.id, linkOf(network.fronthaul, point)]));
  }

  all(): ReadonlyMap<number, LinkConfig> {
    return this.#links;
  }

  of(accessPoint: number): LinkConfig {
    const link = this.#links.get(accessPoint);
    if (link === undefined) throw new RangeError(`access point ${accessPoint} is not in the network`);
    return link;
  }
}

/** Bytes of one complex sample, two float64. */
const sampleBytes = 16;
/** Keys and lengths of a message. */
const frameBytes = 64;

/** The clock by which links are shaped; null at pace `fast`, which has none. */
export function linkClock({ timing, accessPoints, block }: Network, pace: Pace): LinkClock | null {
  if (pace === 'fast') return null;
  const { slotPeriodMs, fusionWindowMs } = timing;
  // No report is longer than the raw samples of one block.
  const messageBytes = accessPoints.antennaCount * block.sensingSamples * sampleBytes + frameBytes;
  return { pace, slotPeriodMs, fusionWindowMs, messageBytes };
}
