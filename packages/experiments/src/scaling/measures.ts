import type { Scenario } from '@vedetta/scenario';
import type { Row } from '../machinery/experiment.ts';
import { linkBytes } from '../network/link-bytes.ts';
import { countOutcomes } from '../network/outcomes.ts';
import type { NetworkRun } from '../network/run-network.ts';
import { wilsonInterval } from '../statistics.ts';

/** What it detects. */
export function performanceOf(run: NetworkRun, scenario: Scenario): Row {
  const { emptyInspections, falseAlarms, targetInspections, detections, expectedDetections } = countOutcomes(
    run,
    scenario,
  );
  const [falseAlarmLow, falseAlarmHigh] = wilsonInterval(falseAlarms, emptyInspections);
  const [detectionLow, detectionHigh] = wilsonInterval(detections, targetInspections);
  return {
    emptyInspections,
    falseAlarms,
    falseAlarmRate: emptyInspections > 0 ? falseAlarms / emptyInspections : null,
    falseAlarmLow,
    falseAlarmHigh,
    targetInspections,
    detections,
    detectionProbability: targetInspections > 0 ? expectedDetections / targetInspections : null,
    detectionLow,
    detectionHigh,
  };
}

/** What it costs; null for what a run is too short to tell. */
export function costOf(run: NetworkRun): Row {
  const { deployment, usage } = run;
  const receive = linkBytes(run, deployment.receiveAccessPoints);
  const transmit = linkBytes(run, deployment.transmitAccessPoints);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const answered = sum(usage.nodes.map((node) => node.answered));
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
    receiverOperations: answered > 0 ? sum(usage.nodes.map(({ operations }) => operations)) / answered : null,
    receiverCpuMs: perAnswer(usage.nodes.map(({ receiverCpuSeconds }) => receiverCpuSeconds)),
    airCpuMs: perAnswer(usage.nodes.map(({ airCpuSeconds }) => airCpuSeconds)),
    apCpuMs: usage.slots > 0 ? (1e3 * apSeconds) / usage.slots / deployment.accessPoints.length : null,
    controlPlaneCpuMs: decisions > 0 ? (1e3 * usage.controlPlane.cpuSeconds) / decisions : null,
    slotsPerSecond: usage.slots > 0 ? usage.slots / usage.seconds : null,
    apProcessMegabytes: Math.max(...resident),
    megabytesPerAp: sum(resident) / deployment.accessPoints.length,
    controlPlaneMegabytes: usage.controlPlane.residentBytes / 1e6,
  };
}
