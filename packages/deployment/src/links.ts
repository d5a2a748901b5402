import { changeLink, isShaped, type LinkChange, type LinkConfig, linkOf, PaceNeededError } from '@vedetta/scenario';
import type { Deployment } from './types.ts';

/** The emulated link of every access point: the scenario's, with what was changed since. */
export function effectiveLinks(
  { accessPoints, network }: Pick<Deployment, 'accessPoints' | 'network'>,
  changed: readonly { readonly accessPoint: number; readonly change: LinkChange }[],
): ReadonlyMap<number, LinkConfig> {
  const changes = new Map(changed.map(({ accessPoint, change }) => [accessPoint, change]));
  return new Map(
    accessPoints.map((point) => [point.id, changeLink(linkOf(network.fronthaul, point), changes.get(point.id) ?? {})]),
  );
}

/** @throws {PaceNeededError} for pace `fast` when a link takes time or has outages. */
export function checkPace(links: ReadonlyMap<number, LinkConfig>, pace: number | 'fast'): void {
  if (pace !== 'fast') return;
  const shaped = [...links].filter(([, link]) => isShaped(link)).map(([id]) => id);
  if (shaped.length > 0) throw new PaceNeededError(shaped);
}
