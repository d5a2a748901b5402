import type { FronthaulConfig, LinkConfig, LinkDirectionConfig } from './types.ts';

/** The fronthaul link of an access point, as the scenario has it: the last exception that names it, else that of all. */
export function linkOf(
  { link, links }: FronthaulConfig,
  accessPoint: { readonly id: number; readonly role: 'transmit' | 'receive' },
): LinkConfig {
  const own = links.findLast(
    ({ accessPoints, role }) => accessPoints?.includes(accessPoint.id) || role === accessPoint.role,
  );
  return own === undefined ? link : { up: own.up, down: own.down, outages: own.outages };
}

function isPaced({ rateMbps, delayMs, jitterMs }: LinkDirectionConfig): boolean {
  return rateMbps !== null || delayMs > 0 || jitterMs > 0;
}

/** Whether a link takes time or has outages, which needs a clock: a numeric pace. Loss does not. */
export function isShaped({ up, down, outages }: LinkConfig): boolean {
  return isPaced(up) || isPaced(down) || outages.length > 0;
}

/** Whether any link of the scenario is shaped. */
export function hasShapedLinks({ link, links }: FronthaulConfig): boolean {
  return isShaped(link) || links.some(isShaped);
}

/** A run at pace `fast` on links that take time: there is no clock to shape them by. */
export class PaceNeededError extends Error {
  override readonly name = 'PaceNeededError';
  readonly code = 'PACE_NEEDED';

  constructor() {
    super(
      'pace fast is refused: links of this network are shaped (rate, delay, jitter or outages), which needs a numeric pace',
    );
  }
}

/** @throws {PaceNeededError} */
export function checkPace(fronthaul: FronthaulConfig, pace: number | 'fast'): void {
  if (pace === 'fast' && hasShapedLinks(fronthaul)) throw new PaceNeededError();
}
