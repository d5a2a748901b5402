import { UnitFailedError } from '../machinery/errors.ts';
import type { NetworkRun } from './run-network.ts';

/**
 * Where nothing is to be lost or late, a report that is not used says that a connection broke: a process was so busy that it did not answer
 * in time. Such a run measures the machine's distress; its detections, bytes and times are not the network's.
 *
 * @throws {UnitFailedError}
 */
export function requireEveryReport({ slots }: NetworkRun): void {
  const decisions = slots.flatMap((slot) => slot.decisions);
  const expected = decisions.reduce((sum, { reportsExpected }) => sum + reportsExpected, 0);
  const used = decisions.reduce((sum, { reportsUsed }) => sum + reportsUsed, 0);
  if (used === expected) return;
  const slotsHit = slots.filter((slot) => slot.decisions.some((one) => one.reportsUsed < one.reportsExpected)).length;
  throw new UnitFailedError(
    `${expected - used} of ${expected} reports in ${slotsHit} of ${slots.length} slots did not come, though nothing was to lose them: ` +
      'connections broke under the load of this machine. Start it again when less else runs',
  );
}
