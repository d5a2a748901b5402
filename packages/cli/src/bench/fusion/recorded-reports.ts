import { closeSync, openSync, writeSync } from 'node:fs';
import { type Deployment, planSlot } from '@vedetta/deployment';
import { encodeSamples } from '@vedetta/fronthaul';
import { allocatePower } from '@vedetta/power';
import type { Scenario } from '@vedetta/scenario';
import { createAir } from '@vedetta/world';

/** Bytes of one AP's samples in one slot: float64, real and imaginary part. */
export function recordBytes({ network }: Deployment): number {
  return 16 * network.accessPoints.antennaCount * network.block.sensingSamples;
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
  const air = createAir(deployment, scenario.world, request.seed);
  const file = openSync(request.file, 'w');
  try {
    for (let slot = 0; slot < request.slots; slot++) {
      const plan = planSlot(deployment, slot);
      const onAir = deployment.transmitAccessPoints;
      const situation = { plan, onAir, power: allocatePower(deployment, plan, onAir) };
      const blocks = air.transmitBlocks(situation);
      for (const receiver of deployment.receiveAccessPoints) {
        writeSync(file, encodeSamples(air.receive(situation, blocks, receiver), 'float64').samples);
      }
      request.onSlot(slot);
    }
  } finally {
    closeSync(file);
  }
}
