import { dbToLinear } from '@vedetta/channel';
import { createReceiverBank, type OutputPowers, powerRatio } from '@vedetta/detection';
import type { World } from '@vedetta/scenario';
import { createAir } from '@vedetta/world';
import type { UnitContext } from '../machinery/experiment.ts';
import { clamped, DecibelHistogram } from './histogram.ts';
import type { ScnrUnit } from './scnr-unit.ts';
import type { TrackingSetUp } from './tracking-set-up.ts';

/** SICNRs of one set-up at one σ_α²: all its targets in all realisations. */
export type SicnrUnit = ScnrUnit & { readonly rcsDbsm: number };

/** Progress is told every so many realisations. */
const progressEvery = 20;

/**
 * SICNR (45) of every followed target in every realisation, for several σ_α² at once: signal and interference are linear in it, clutter and noise
 * do not know it. Receivers test at the estimates, echoes come from the true places.
 */
export function sicnrUnits(
  world: World,
  { deployment, seed, echoes, onAir }: TrackingSetUp,
  { rcsDbsm, realisations }: { readonly rcsDbsm: readonly number[]; readonly realisations: number },
  progress: UnitContext['progress'],
): SicnrUnit[] {
  const air = createAir(deployment, world, seed);
  const bank = createReceiverBank(deployment);
  const curves = rcsDbsm.map((dbsm) => ({ dbsm, histogram: new DecibelHistogram(), sumDb: 0 }));
  for (let realisation = 0; realisation < realisations; realisation++) {
    const slot = onAir(realisation);
    bank.beginSlot(slot.plan, air.transmitBlocks(slot));
    for (const inspection of slot.plan.inspections) {
      const parts = inspection.receive.map((receiver) => bank.outputPowers(inspection, receiver, echoes));
      for (const curve of curves) {
        const decibels = 10 * Math.log10(sicnrAt(parts, dbToLinear(curve.dbsm), inspection.region));
        curve.histogram.add(decibels);
        curve.sumDb += clamped(decibels);
      }
    }
    if (realisation % progressEvery === 0) progress(realisation / realisations);
  }
  return curves.map(({ dbsm, histogram, sumDb }) => ({
    rcsDbsm: dbsm,
    histogram: histogram.toText(),
    meanDb: sumDb / histogram.total,
    cells: histogram.total,
  }));
}

/** (45) with every σ_α² equal to `variance`, from energies at σ_α² = 1. */
export function sicnrAt(parts: readonly OutputPowers[], variance: number, target: number): number {
  const scaled = parts.map(({ disturbance, echoes }) => ({
    disturbance,
    echoes: echoes.map((energy) => variance * energy),
  }));
  return powerRatio(scaled, target); // (45)
}
