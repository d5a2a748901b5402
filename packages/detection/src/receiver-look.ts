import { type Deployment, estimatesAt, follows, type SlotPlan } from '@vedetta/deployment';
import type { TransmitBlock } from '@vedetta/signal';
import { type ClutterDesign, clutterDesign } from './clutter-design.ts';
import { type ClutterPartition, knowsAllSignals, partitionTransmitters } from './clutter-sets.ts';
import { DetectionError } from './errors.ts';
import { withPower } from './long-term/draw-transmission.ts';
import { type LongTermRest, longTermRest } from './long-term/long-term-rest.ts';
import type { SlotSituation, TestedInspection } from './types.ts';

/** One receiver's view of one inspection: which blocks it uses and how. */
export interface ReceiverLook {
  readonly receiver: number;
  readonly inspection: TestedInspection;
  readonly partition: ClutterPartition;
  /** The blocks it uses: the slot's own list when it uses all. */
  readonly blocks: readonly TransmitBlock[];
  /** Columns of D, indexes into `blocks`. */
  readonly chosen: readonly number[];
  /** null: Ψ̂ = σ²I. */
  readonly design: ClutterDesign | null;
  /** Whether the statistic is to be calibrated on the long-run average. */
  readonly calibrated: boolean;
}

/** How a receiver sees an inspection. @throws {DetectionError} when a block or the situation it needs is missing. */
export function lookAt(
  deployment: Deployment,
  plan: SlotPlan,
  blocks: readonly TransmitBlock[],
  situation: SlotSituation | null,
  planned: TestedInspection,
  receiver: number,
): ReceiverLook {
  const inspection = besideOthers(deployment, plan.slot, planned);
  const onAir = onAirOf(deployment, blocks, situation);
  const partition = partitionTransmitters(deployment, receiver, inspection.position, onAir);
  const known = new Set([...partition.exact, ...partition.interpolated]);
  const used = blocks.every(({ accessPoint }) => known.has(accessPoint))
    ? blocks
    : blocks.filter(({ accessPoint }) => known.has(accessPoint));
  if (used.length < known.size) {
    const missing = [...known].find((id) => !used.some(({ accessPoint }) => accessPoint === id));
    throw new DetectionError('blocks', `of access point ${missing} is needed by access point ${receiver}`);
  }
  if (inspection.beside?.length && !knowsAllSignals(deployment))
    throw new DetectionError(
      'beside',
      'targets can be projected out where the clutter set makes the blocks of all access points known',
    );
  const ids = used.map(({ accessPoint }) => accessPoint);
  const { detector, clutterSet } = deployment.network.sensing;
  const white = clutterSet !== 'all' && 'whiteRest' in clutterSet;
  const rest: LongTermRest | null =
    partition.rest.length > 0 && situation
      ? longTermRest(deployment, receiver, plan, situation.power, partition, white)
      : null;
  return {
    receiver,
    inspection,
    partition,
    blocks: used,
    chosen: partition.echo.map((id) => ids.indexOf(id)),
    design: detector === 'clutter-unaware' ? null : clutterDesign(deployment, receiver, ids, partition, rest),
    calibrated: rest !== null && !white,
  };
}

/** With the detector `joint-glrt` a followed target is tested beside all others of its network. */
function besideOthers(deployment: Deployment, slot: number, inspection: TestedInspection): TestedInspection {
  if (deployment.network.sensing.detector !== 'joint-glrt' || inspection.beside || !follows(deployment))
    return inspection;
  const beside = estimatesAt(deployment, slot).filter((_, target) => target !== inspection.region);
  return { ...inspection, beside };
}

/** Whether a network's receivers need a `SlotSituation`. */
export function needsSituation(deployment: Deployment): boolean {
  return deployment.network.sensing.detector !== 'clutter-unaware' && !knowsAllSignals(deployment);
}

function onAirOf(
  deployment: Deployment,
  blocks: readonly TransmitBlock[],
  situation: SlotSituation | null,
): readonly number[] {
  if (!needsSituation(deployment)) return blocks.map(({ accessPoint }) => accessPoint);
  if (!situation) throw new DetectionError('situation', 'is needed: powers on air and symbols of users');
  return withPower(situation.power).map(({ accessPoint }) => accessPoint);
}
