import { type Network, parseNetwork } from '@vedetta/scenario';

/** The baseline network with some keys changed. For tests. */
export function testNetwork(changes: Record<string, unknown> = {}): Network {
  return parseNetwork(changes);
}
