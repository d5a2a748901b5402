import type { Deployment, OnAirSlot } from '@vedetta/deployment';
import type { ReceivedBlock } from '@vedetta/detection';
import type { OwnStreams } from '@vedetta/fronthaul';
import { readScenario } from '@vedetta/scenario';
import type { TransmitBlock } from '@vedetta/signal';
import { createAir } from '@vedetta/world';

/** The antennas of this process's APs: the only room of a service that holds the world. */
export interface FrontEnd {
  /** Everybody's transmitted signals, which receivers know by the paper's assumption (references `assumed`). */
  transmitBlocks(slot: OnAirSlot): TransmitBlock[];
  /** What one transmit AP of this process sends. */
  streams(slot: OnAirSlot, accessPoint: number): OwnStreams;
  /** What the antennas of one receive AP catch. */
  receive(slot: OnAirSlot, blocks: readonly TransmitBlock[], accessPoint: number): ReceivedBlock;
}

/** Makes the front end of a run, given its seed. */
export type FrontEndFactory = (deployment: Deployment, seed: number) => FrontEnd;

/** Reads the world section of the scenario and keeps it to itself. */
export async function loadFrontEnd(scenario: string): Promise<FrontEndFactory> {
  const { world } = await readScenario(scenario);
  return (deployment, seed) => {
    const air = createAir(deployment, world, seed);
    return {
      transmitBlocks: (slot) => air.transmitBlocks(slot),
      streams: (slot, accessPoint) => air.streams(slot, accessPoint),
      receive: (slot, blocks, accessPoint) => ({
        accessPoint,
        slot: slot.plan.slot,
        observation: air.receive(slot, blocks, accessPoint),
      }),
    };
  };
}
