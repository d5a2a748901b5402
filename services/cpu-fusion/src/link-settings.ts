import { type Deployment, effectiveLinks } from '@vedetta/deployment';
import type { LinkClock } from '@vedetta/fronthaul';
import { canonicalJson, type LinkConfig, type Network } from '@vedetta/scenario';
import type { ChangedLink, Pace } from '@vedetta/store';

/** The emulated link of every access point as it is now. */
export class LinkSettings {
  readonly #deployment: Deployment;
  #links: ReadonlyMap<number, LinkConfig>;

  constructor(deployment: Deployment) {
    this.#deployment = deployment;
    this.#links = effectiveLinks(deployment, []);
  }

  all(): ReadonlyMap<number, LinkConfig> {
    return this.#links;
  }

  of(accessPoint: number): LinkConfig {
    const link = this.#links.get(accessPoint);
    if (link === undefined) throw new RangeError(`access point ${accessPoint} is not in the network`);
    return link;
  }

  /** @returns the links that are other ones now. */
  follow(changed: readonly ChangedLink[]): [accessPoint: number, link: LinkConfig][] {
    const before = this.#links;
    this.#links = effectiveLinks(this.#deployment, changed);
    return [...this.#links].filter(([id, link]) => canonicalJson(before.get(id)) !== canonicalJson(link));
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
