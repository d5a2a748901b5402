import type { LinkCounters } from '@vedetta/fronthaul';
import type { NetworkRun } from './run-network.ts';

/** Mean bytes of one link and slot, over the links of one role. */
export interface LinkBytes {
  /** Messages with their gRPC prefixes and DATA frame headers. */
  readonly up: number;
  readonly down: number;
  /** Payload of reports alone. */
  readonly reportPayload: number;
}

/**
 * What a slot costs on the links of some access points. Bytes of a message come from a stretch without hello and drain, messages of a slot from
 * the whole run: counters run ahead of decisions by the slots in flight, so bytes by slots of a stretch would be off by as many. Connection
 * set-up, pings and window updates hang on wall time and are left out.
 */
export function linkBytes(run: NetworkRun, accessPoints: readonly number[]): LinkBytes {
  const slots = run.slots.length;
  const wanted = new Set(accessPoints);
  const of = (links: readonly LinkCounters[]) => links.filter(({ accessPoint }) => wanted.has(accessPoint));
  const [before, after, final] = [of(run.links.attached), of(run.links.last), of(run.links.final)];
  const links = Math.max(1, final.length);
  // A hello goes up; a welcome and a drain come down.
  const perSlot = {
    up: Math.max(0, total(final, 'up', messages) - links) / slots / links,
    down: Math.max(0, total(final, 'down', messages) - 2 * links) / slots / links,
  };
  const perMessage = (direction: 'up' | 'down', bytes: (counters: DirectionCounters) => number): number => {
    const sent = total(after, direction, messages) - total(before, direction, messages);
    return sent > 0 ? (total(after, direction, bytes) - total(before, direction, bytes)) / sent : 0;
  };
  return {
    up: perSlot.up * perMessage('up', messageBytes),
    down: perSlot.down * perMessage('down', messageBytes),
    reportPayload: perSlot.up * perMessage('up', ({ report }) => report),
  };
}

type DirectionCounters = LinkCounters['up'];

const messages = (counters: DirectionCounters): number => counters.messages;
const messageBytes = ({ control, reference, report, grpcPrefixes, dataFrames }: DirectionCounters): number =>
  control + reference + report + grpcPrefixes + dataFrames;

function total(
  links: readonly LinkCounters[],
  direction: 'up' | 'down',
  of: (counters: DirectionCounters) => number,
): number {
  return links.reduce((sum, link) => sum + of(link[direction]), 0);
}
