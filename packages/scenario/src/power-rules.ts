import { type BrokenRule, inNetwork } from './broken-rule.ts';
import type { Network } from './types.ts';

/** Most coefficients of (23), UEs² · transmit APs: what one problem holds in memory. */
const MOST_COEFFICIENTS = 2 ** 20;
/** Most powers times UEs and targets, rows of a cone program, over all problems: minutes. */
const MOST_ROWS = 50_000;

/** Max-min power control is a benchmark of small networks: the paper's own word is “non-scalable”. */
export function* powerRules(network: Network): Generator<BrokenRule> {
  const { power, users, accessPoints } = network;
  if (typeof power.policy !== 'object') return;
  const paths = inNetwork('power.policy', 'users.count', 'accessPoints.count');
  const coefficients = users.count ** 2 * accessPoints.count;
  const rows = rowsOf(network);
  if (coefficients > MOST_COEFFICIENTS)
    yield {
      paths,
      message: `must be 'uniform' or 'fractional' for so many users and APs: max-min power control takes users² · APs up to ${MOST_COEFFICIENTS}, got ${coefficients}`,
    };
  else if (rows > MOST_ROWS)
    yield {
      paths,
      message: `must be 'uniform' or 'fractional' for so large a network: max-min power control takes powers · (users and ${network.sensing.phase === 'tracking' ? 'targets' : 'regions'}), over all that slots inspect in turn, up to ${MOST_ROWS}, got ${rows}`,
    };
}

/** Powers times UEs and what is inspected together, over all problems. */
function rowsOf({ sensing, users, accessPoints }: Network): number {
  const { association, phase, targetEstimatesMetres, regions, receivePerRegion, transmitPerRegion } = sensing;
  const sensed = phase === 'tracking' ? targetEstimatesMetres.length : regions;
  const transmitters = Math.max(1, accessPoints.count - sensed * receivePerRegion);
  const inTurn = association === 'UC' || association === 'CF';
  const serving = association === 'TC' || association === 'CF' ? transmitters : users.servingAccessPoints;
  const together = inTurn ? 1 : sensed;
  const beams = together * (inTurn ? transmitters : transmitPerRegion);
  const powers = users.count * Math.min(serving, transmitters) + beams;
  return powers * (users.count + together) * (inTurn ? sensed : 1);
}
