import { closeSync, openSync, writeSync } from 'node:fs';
import { type Deployment, planSlot } from '@vedetta/deployment';
import { encodeSamples, sampleBytes } from '@vedetta/fronthaul';
import { allocatePower } from '@vedetta/power';
import type { Scenario } from '@vedetta/scenario';
import { createAir } from '@vedetta/world';

/** Bytes of one AP's samples in one slot. */
export function recordBytes({ network }: Deployment): number {
  const { accessPoints, block, fronthaul } = network;
  return sampleBytes(accessPoints.antennaCount * block.sensingSamples, fronthaul.sampleFormat);
}

/**
 * Writes what every receive AP would report in the split `raw`, slot after slot and in ascending AP id, so that a replayer has
 * nothing to compute.
 */
export function recordReports(
  scenario: Scenario,
  deployment: Deployment,
  request: { readonly seed: number; readonly slots: number; readonly file: string; onSlot(slot: number): void },
): void {
  const { sampleFormat } = scenario.network.fronthaul;
  const air = createAir(deployment, scenario.world, request.seed);
  const file = openSync(request.file, 'w');
  try {
    for (let slot = 0; slot < request.slots; slot++) {
      const plan = planSlot(deployment, slot);
      const onAir = deployment.transmitAccessPoints;
      const situation = { plan, onAir, power: allocatePower(deployment, plan, onAir) };
      const blocks = air.transmitBlocks(situation);
      for (const receiver of deployment.receiveAccessPoints) {
        writeSync(file, encodeSamples(air.receive(situation, blocks, receiver), sampleFormat).samples);
      }
      request.onSlot(slot);
    }
  } finally {
    closeSync(file);
  }
}
