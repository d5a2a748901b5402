/**
 * A process with one access point, for tests that kill, stop or stall it:
 *
 *   node test-access-point.ts host:port accessPoint keepaliveTimeMs keepaliveTimeoutMs
 *
 * A command for slot s > 0 makes it block its event loop for s milliseconds before it reports.
 */
import { connectAccessPoint } from './client/access-point-link.ts';
import { testHash } from './test-support.ts';

const [address, accessPoint, timeMs, timeoutMs] = process.argv.slice(2);
const link = connectAccessPoint({
  address,
  accessPoint: Number(accessPoint),
  epoch: 1,
  scenarioHash: testHash,
  run: 1,
  keepalive: { timeMs: Number(timeMs), timeoutMs: Number(timeoutMs) },
  onCommand({ slot }) {
    const end = performance.now() + slot;
    while (performance.now() < end);
    link.sendReport({ slot, inspection: 0, statistic: 1, rank: 1 });
  },
  onDrain() {},
  onRefused() {},
  onConnection() {},
});
