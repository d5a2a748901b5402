import { dbToLinear, degToRad, rcsCovariance } from '@vedetta/channel';
import type { Deployment, Inspection, OnAirSlot, SlotPlan } from '@vedetta/deployment';
import { createReceiverBank, detectionThreshold, fusedTail, type PointEcho } from '@vedetta/detection';
import { asForwarded } from '@vedetta/fronthaul';
import type { ComplexMatrix } from '@vedetta/numerics';
import type { World } from '@vedetta/scenario';
import { createAir, echoingTargets, targetsAt } from '@vedetta/world';
import { slotOnAir } from './slot-on-air.ts';

/** What was decided, as it is stored. */
export interface DecidedInspection {
  readonly inspection: Inspection;
  /** Receive APs whose reports were used. */
  readonly reportsUsed: readonly number[];
  /** ln δ that was used; with `falseAlarmProbability` instead it is recomputed for the Σ r of those reports. */
  readonly threshold?: number | null;
  readonly falseAlarmProbability?: number;
}

/**
 * Exact alarm probabilities of inspections, for one run: what the network's decisions are held against. Uses the truth about targets,
 * but no draw of reflectivities, clutter or noise: the probability is over those, given the signals on air. Where samples are forwarded rounded,
 * it is also given the units of their blocks, as the receiver is, and takes the rounding for what the receiver takes it for
 * (docs/decisions/0018).
 */
export interface AlarmOracle {
  /**
   * @param plan  all inspections of the slot: they decide the beams and the power.
   * @param onAir  the frozen set of transmit APs of that slot.
   * @returns P(Σ statistic > threshold), or null when the reports used carry no rank (`unobserved`).
   */
  inspectionAlarmProbability(plan: SlotPlan, onAir: readonly number[], decided: DecidedInspection): number | null;
}

/** @param seed  the run's seed. Slots may be asked in any order; consecutive questions about one slot share its preparation. */
export function createAlarmOracle(deployment: Deployment, world: World, seed: number): AlarmOracle {
  const air = createAir(deployment, world, seed);
  const bank = createReceiverBank(deployment);
  let prepared = '';
  let echoes: readonly PointEcho[] = [];
  let roundingOf: (receiver: number) => Float64Array | null = () => null;

  function prepare(slot: OnAirSlot): void {
    const blocks = air.transmitBlocks(slot);
    bank.beginSlot(slot.plan, blocks, { power: slot.power, symbols: air.userSymbols(slot) });
    roundingOf = roundingIn(deployment, (receiver) => air.receive(slot, blocks, receiver));
    const transmit = blocks.map(({ accessPoint }) => deployment.accessPoints[accessPoint].position);
    const variance = dbToLinear(world.rcsVarianceDbsm);
    const correlationAngle = degToRad(world.rcsCorrelationDeg);
    const targets = targetsAt(world, deployment.network, slot.plan.slot);
    echoes = echoingTargets(deployment, world, slot.plan, targets).map(({ position }) => ({
      position,
      rcsCovariance: rcsCovariance(position, transmit, variance, correlationAngle),
    }));
  }

  return {
    inspectionAlarmProbability(plan, onAir, { inspection, reportsUsed, threshold, falseAlarmProbability }) {
      const cells = plan.inspections.map(({ index, region, cell }) => `${index}:${region}:${cell}`);
      const key = `${plan.slot}/${onAir.join()}/${cells.join()}`;
      if (prepared !== key) {
        prepared = '';
        prepare(slotOnAir(deployment, plan, onAir));
        prepared = key;
      }
      const used = [...reportsUsed].sort((a, b) => a - b);
      const laws = used.map((receiver) => bank.localLaw(inspection, receiver, echoes, roundingOf(receiver)));
      const rank = laws.reduce((sum, law) => sum + law.rank, 0);
      if (rank === 0) return null;
      const limit =
        threshold ??
        detectionThreshold(rank, falseAlarmProbability ?? deployment.network.sensing.falseAlarmProbability);
      return fusedTail(laws, limit);
    },
  };
}

/** What rounding adds to the samples a receiver forwards; null where the network does not round any. Each receiver's samples are drawn once. */
function roundingIn({ network }: Deployment, observe: (receiver: number) => ComplexMatrix) {
  const { split, sampleFormat } = network.fronthaul;
  if (split !== 'raw' || sampleFormat === 'float64') return () => null;
  const known = new Map<number, Float64Array | null>();
  return (receiver: number): Float64Array | null => {
    const drawn = known.get(receiver);
    if (drawn) return drawn;
    const { rounding } = asForwarded(observe(receiver), network.fronthaul);
    known.set(receiver, rounding);
    return rounding;
  };
}

/** One inspection asked alone; see `AlarmOracle`. */
export function inspectionAlarmProbability(
  deployment: Deployment,
  world: World,
  seed: number,
  plan: SlotPlan,
  onAir: readonly number[],
  decided: DecidedInspection,
): number | null {
  return createAlarmOracle(deployment, world, seed).inspectionAlarmProbability(plan, onAir, decided);
}
