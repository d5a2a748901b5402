import { deployNetwork, type Inspection, type OnAirSlot, planSlot } from '@vedetta/deployment';
import {
  buildGlrtCase,
  createReceiverBank,
  type GlrtCase,
  type ReceivedBlock,
  type ReceiverBank,
  type StructuredCovariance,
} from '@vedetta/detection';
import { allocatePower } from '@vedetta/power';
import { parseNetwork, parseWorld } from '@vedetta/scenario';
import type { TransmitBlock } from '@vedetta/signal';
import { createAir } from '@vedetta/world';

/** One receive AP of the baseline network that listens in one slot, with a chosen number of transmit APs and samples. */
export interface StatisticCase {
  readonly name: string;
  readonly transmitCount: number;
  readonly sampleCount: number;
  readonly bank: ReceiverBank;
  readonly slot: OnAirSlot;
  readonly blocks: readonly TransmitBlock[];
  /** Two receive APs of the slot; the bank serves them in turn. */
  readonly looks: readonly { readonly inspection: Inspection; readonly received: ReceivedBlock }[];
  /** What the first of them computes, as matrices, for the dense path and for others. */
  readonly glrt: GlrtCase & { readonly covariance: StructuredCovariance };
}

/** As many beams as the paper's network has, so that the signals of all transmit APs are linearly independent. */
const regions = 9;
const seed = 1;
const slotNumber = 0;

export function makeStatisticCase(transmitCount: number, sampleCount: number): StatisticCase {
  const network = parseNetwork({
    accessPoints: { count: transmitCount + regions },
    block: { coherenceSamples: sampleCount, sensingSamples: sampleCount },
    sensing: { regions, transmitPerRegion: 4, receivePerRegion: 1 },
  });
  const deployment = deployNetwork(network);
  const air = createAir(deployment, parseWorld({}), seed);
  const plan = planSlot(deployment, slotNumber);
  const onAir = deployment.transmitAccessPoints;
  const slot = { plan, onAir, power: allocatePower(deployment, plan, onAir) };
  const blocks = air.transmitBlocks(slot);
  const looks = plan.inspections.slice(0, 2).map((inspection) => {
    const accessPoint = inspection.receive[0];
    const received = { accessPoint, slot: slotNumber, observation: air.receive(slot, blocks, accessPoint) };
    return { inspection, received };
  });
  const { inspection, received } = looks[0];
  const { accessPoint } = received;
  const glrt = buildGlrtCase({ accessPoint, deployment, plan, blocks }, inspection, received);
  if (!('terms' in glrt.covariance)) throw new TypeError('the network builds structured covariances');
  return {
    name: `T=${transmitCount} τ=${sampleCount}`,
    transmitCount,
    sampleCount,
    bank: createReceiverBank(deployment),
    slot,
    blocks,
    looks,
    glrt: { ...glrt, covariance: glrt.covariance },
  };
}
