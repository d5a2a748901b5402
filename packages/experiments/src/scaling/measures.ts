import { countedRow } from '../counted.ts';
import type { Row, Value } from '../machinery/experiment.ts';
import { linkBytes } from '../network/link-bytes.ts';
import { addOutcomes, type Outcomes } from '../network/outcomes.ts';
import type { NetworkRun } from '../network/run-network.ts';

/** What was detected by all networks of a point. */
export function performanceOf(outcomes: readonly Outcomes[]): Row {
  const sums = addOutcomes(outcomes);
  const { detectionRate: _, ...counted } = countedRow(sums);
  const { targetInspections, expectedDetections } = sums;
  return {
    ...counted,
    detectionProbability: targetInspections > 0 ? expectedDetections / targetInspections : null,
  };
}

/** What they cost in the mean; null for what no run was long enough to tell. */
export function meanCost(costs: readonly Row[]): Row {
  const columns = Object.keys(costs[0]);
  return Object.fromEntries(columns.map((column) => [column, meanOf(costs.map((cost) => cost[column]))]));
}

function meanOf(values: readonly Value[]): number | null {
  const numbers = values.filter((value) => typeof value === 'number');
  return numbers.length === 0 ? null : numbers.reduce((total, value) => total + value, 0) / numbers.length;
}

/** What it costs; null for what a run is too short to tell. */
export function costOf(run: NetworkRun): Row {
  const { deployment, usage } = run;
  const receive = linkBytes(run, deployment.receiveAccessPoints);
  const transmit = linkBytes(run, deployment.transmitAccessPoints);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const answered = sum(usage.nodes.map((node) => node.answered));
  const operations = sum(usage.nodes.map((node) => node.operations));
  const calibrations = sum(usage.nodes.map((node) => node.calibrations));
  const calibrationSeconds = sum(usage.nodes.map((node) => node.calibrationCpuSeconds));
  const perAnswer = (seconds: readonly number[]) => (answered > 0 ? (1e3 * sum(seconds)) / answered : null);
  const decisions = usage.slots * deployment.regions.length;
  const apSeconds = sum(usage.apProcesses.map(({ cpuSeconds }) => cpuSeconds));
  const resident = usage.apProcesses.map(({ residentBytes }) => residentBytes / 1e6);
  return {
    receiveUpBytes: receive.up,
    receiveDownBytes: receive.down,
    transmitUpBytes: transmit.up,
    transmitDownBytes: transmit.down,
    reportPayloadBytes: receive.reportPayload,
    receiverOperations: answered > 0 && operations > 0 ? operations / answered : null,
    receiverCpuMs: perAnswer(usage.nodes.map(({ receiverCpuSeconds }) => receiverCpuSeconds)),
    calibrationCpuMs: calibrations > 0 ? (1e3 * calibrationSeconds) / calibrations : null,
    airCpuMs: perAnswer(usage.nodes.map(({ airCpuSeconds }) => airCpuSeconds)),
    apCpuMs: usage.slots > 0 ? (1e3 * apSeconds) / usage.slots / deployment.accessPoints.length : null,
    controlPlaneCpuMs: decisions > 0 ? (1e3 * usage.controlPlane.cpuSeconds) / decisions : null,
    slotsPerSecond: usage.slots > 0 ? usage.slots / usage.seconds : null,
    apProcessMegabytes: Math.max(...resident),
    megabytesPerAp: sum(resident) / deployment.accessPoints.length,
    controlPlaneMegabytes: usage.controlPlane.residentBytes / 1e6,
  };
}
