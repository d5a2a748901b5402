import {
  type Deployment,
  deployNetwork,
  type Inspection,
  type PowerPlan,
  planSlot,
  type SlotPlan,
  withAngleErrors,
  withPowerPlan,
} from '@vedetta/deployment';
import {
  buildGlrtCase,
  buildInterferers,
  computeStatistic,
  createReceiverBank,
  detectionThreshold,
  falseAlarmClaim,
  fuse,
  type ReceiverBank,
  selectEchoSet,
} from '@vedetta/detection';
import { asForwarded, type ForwardedSamples } from '@vedetta/fronthaul';
import type { Scenario } from '@vedetta/scenario';
import type { TransmitBlock } from '@vedetta/signal';
import { type Air, createAir } from '@vedetta/world';
import { vectorJson } from './complex-json.ts';
import { EvaluationError } from './errors.ts';
import { glrtCaseJson } from './glrt-case-json.ts';
import { slotOnAir } from './slot-on-air.ts';

export interface SlotBookRequest {
  readonly slot: number;
  /** The receive AP whose books are opened. */
  readonly accessPoint: number;
  readonly seed: number;
  /** Transmit APs on air; all when left out (a run without faults, or one that was never started). */
  readonly onAir?: readonly number[];
  /** Inspections of the slot as they were planned; the scan order's when left out. */
  readonly plan?: SlotPlan;
  /** The run's; the scenario's when left out. */
  readonly falseAlarmProbability?: number;
  /** Receive APs whose reports the fusion used, per inspection index; all when left out. */
  readonly reportsUsed?: Readonly<Record<number, readonly number[]>>;
  /** What was solved for under max-min power control. */
  readonly powerPlan?: PowerPlan | null;
  /** Also the targets and the parts of y. */
  readonly truth?: boolean;
}

/**
 * What one receive AP knew and received in one slot, as one JSON object (`vedetta slot`). `statistic` and `rank` are the AP's own,
 * `threshold` is ln δ for its rank alone (what `evaluate` prints for the case), `caseStatistic` what `evaluate` makes of the case (`jointStatistic`
 * where the detector is `joint-glrt`): the statistic, except where long-term statistics stand for far APs and it is calibrated. `falseAlarmClaim` says what P_FA may be claimed, and `fusion` is the decision over the reports used.
 * A pure function of scenario, seed, slot and on-air set: draws have names, so a run that was never started can be asked as well.
 *
 * @throws {EvaluationError} if the AP does not exist or does not receive, or the on-air set names an AP that does not transmit.
 */
export function slotBook(scenario: Scenario, request: SlotBookRequest) {
  const { slot, accessPoint, seed } = request;
  const deployment = withPowerPlan(deployNetwork(scenario.network), request.powerPlan ?? null);
  requireReceiver(deployment, accessPoint);
  const plan = request.plan ? withAngleErrors(deployment, request.plan) : planSlot(deployment, slot);
  const onAir = slotOnAir(deployment, plan, request.onAir ?? deployment.transmitAccessPoints);
  const air = createAir(deployment, scenario.world, seed);
  const blocks = air.transmitBlocks(onAir);
  const bank = createReceiverBank(deployment);
  const situation = { power: onAir.power, symbols: air.userSymbols(onAir) };
  bank.beginSlot(plan, blocks, situation);
  const observe = (receiver: number) => asForwarded(air.receive(onAir, blocks, receiver), scenario.network.fronthaul);
  const falseAlarmProbability = request.falseAlarmProbability ?? scenario.network.sensing.falseAlarmProbability;
  const samples = observe(accessPoint);
  const claim = falseAlarmClaim(scenario.network.sensing);
  const inspections = plan.inspections.filter(({ receive }) => receive.includes(accessPoint));
  return {
    scenario: scenario.name,
    hash: scenario.hash,
    seed,
    slot,
    accessPoint,
    onAir: onAir.onAir,
    falseAlarmProbability,
    falseAlarmClaim: claim,
    inspections: inspections.map((inspection) => {
      const received = { accessPoint, slot, ...samples };
      const knowledge = { accessPoint, deployment, plan, blocks, situation };
      const glrtCase = buildGlrtCase(knowledge, inspection, received);
      const interferers = buildInterferers(knowledge, inspection);
      const { statistic, rank } = bank.localStatistic(inspection, received);
      const used = request.reportsUsed?.[inspection.index] ?? inspection.receive;
      return {
        inspection: inspection.index,
        phase: inspection.phase,
        region: inspection.region,
        cell: inspection.cell,
        position: inspection.position,
        transmit: describeTransmit(deployment, inspection, accessPoint, blocks, onAir.power),
        case: glrtCaseJson(glrtCase, falseAlarmProbability, interferers),
        statistic,
        rank,
        caseStatistic: claim === 'longRun' ? computeStatistic(glrtCase).statistic : statistic,
        threshold: rank > 0 ? detectionThreshold(rank, falseAlarmProbability) : null,
        fusion: {
          reportsUsed: used,
          ...fuse(
            used.map((receiver) => reportOf(bank, inspection, receiver, slot, observe)),
            falseAlarmProbability,
          ),
        },
      };
    }),
    ...(request.truth ? { truth: describeTruth(air, deployment, onAir, blocks, accessPoint) } : {}),
  };
}

function requireReceiver(deployment: Deployment, accessPoint: number): void {
  const known = deployment.accessPoints[accessPoint];
  const receivers = `receive access points are ${deployment.receiveAccessPoints.join(', ')}`;
  if (!known)
    throw new EvaluationError('UNKNOWN_ACCESS_POINT', accessPoint, `no access point ${accessPoint}; ${receivers}`);
  if (known.role !== 'receive')
    throw new EvaluationError(
      'NOT_A_RECEIVE_ACCESS_POINT',
      accessPoint,
      `access point ${accessPoint} transmits; ${receivers}`,
    );
}

function reportOf(
  bank: ReceiverBank,
  inspection: Inspection,
  receiver: number,
  slot: number,
  observe: (receiver: number) => ForwardedSamples,
) {
  const local = bank.localStatistic(inspection, { accessPoint: receiver, slot, ...observe(receiver) });
  return { ...local, accessPoint: receiver };
}

/** The transmit APs on air with power, ascending; `echoColumn` is their column of D, null outside the echo set. */
function describeTransmit(
  deployment: Deployment,
  inspection: Inspection,
  receiver: number,
  blocks: readonly TransmitBlock[],
  power: ReturnType<typeof slotOnAir>['power'],
) {
  const chosen = selectEchoSet(deployment, deployment.network.sensing.echoSet, inspection.position, blocks);
  return blocks.map(({ accessPoint }, i) => {
    const { position, axis } = deployment.accessPoints[accessPoint];
    const split = power.find((entry) => entry.accessPoint === accessPoint);
    const column = chosen.indexOf(i);
    return {
      id: accessPoint,
      position,
      axis,
      beta: deployment.echoGain(inspection.position, accessPoint, receiver),
      echoColumn: column < 0 ? null : column,
      userPower: Object.fromEntries((split?.users ?? []).map((entry) => [entry.user, entry.power])),
      sensingPower: Object.fromEntries((split?.inspections ?? []).map((entry) => [entry.inspection, entry.power])),
    };
  });
}

function describeTruth(
  air: Air,
  deployment: Deployment,
  onAir: ReturnType<typeof slotOnAir>,
  blocks: readonly TransmitBlock[],
  receiver: number,
) {
  const { echo, clutter, noise, targets } = air.receiveParts(onAir, blocks, receiver);
  return {
    targets: targets.map(({ id, position, rcs }) => ({
      id,
      position,
      rcs: deployment.transmitAccessPoints.map((transmit, i) => ({ transmit, re: rcs.re[i], im: rcs.im[i] })),
    })),
    echo: vectorJson(echo),
    clutter: vectorJson(clutter),
    noise: vectorJson(noise),
  };
}
