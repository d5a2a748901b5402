import { deployNetwork, planSlot } from '@vedetta/deployment';
import { createReceiverBank, fuse } from '@vedetta/detection';
import { asForwarded } from '@vedetta/fronthaul';
import { type Network, presetScenario } from '@vedetta/scenario';
import { createAir } from '@vedetta/world';
import { describe, expect, it } from 'vitest';
import { slotOnAir } from './slot-on-air.ts';

const formats = [6, 8, 10, 12];
const levels = [0.1, 0.01, 0.001];

interface Counted {
  readonly inspections: number;
  /** Per level. */
  readonly alarms: number[];
}

/** Alarms in an empty sky at each level, for every number of bits, with the rounding counted as noise and with samples taken for exact. */
function countAlarms(network: Network, slots: number, seed: number) {
  const deployment = deployNetwork(network);
  const { world } = presetScenario('small');
  const air = createAir(deployment, { ...world, targets: [] }, seed);
  const bank = createReceiverBank(deployment);
  const tallies = formats.map(() => ({
    counted: { inspections: 0, alarms: levels.map(() => 0) },
    taken: { inspections: 0, alarms: levels.map(() => 0) },
  }));
  for (let slot = 0; slot < slots; slot++) {
    const plan = planSlot(deployment, slot);
    const onAir = slotOnAir(deployment, plan, deployment.transmitAccessPoints);
    const blocks = air.transmitBlocks(onAir);
    bank.beginSlot(plan, blocks, { power: onAir.power, symbols: air.userSymbols(onAir) });
    for (const accessPoint of deployment.receiveAccessPoints) {
      const received = air.receive(onAir, blocks, accessPoint);
      const own = plan.inspections.filter(({ receive }) => receive.includes(accessPoint));
      formats.forEach((mantissaBits, i) => {
        const fronthaul = { ...network.fronthaul, split: 'raw' as const, sampleFormat: { mantissaBits } };
        const samples = { accessPoint, slot, ...asForwarded(received, fronthaul) };
        for (const inspection of own) {
          const { counted, taken } = tallies[i];
          tally(counted, bank.localStatistic(inspection, samples));
          tally(taken, bank.localStatistic(inspection, { ...samples, rounding: null }));
        }
      });
    }
  }
  return tallies;
}

function tally(counted: { inspections: number; alarms: number[] }, local: { statistic: number; rank: number }): void {
  const { pValue } = fuse([{ accessPoint: 0, ...local }], levels[0]);
  if (pValue === null) return;
  counted.inspections++;
  levels.forEach((level, i) => {
    if (pValue < level) counted.alarms[i]++;
  });
}

/** (alarms − n p) / √(n p (1 − p)). */
function scores({ inspections, alarms }: Counted): number[] {
  return alarms.map((count, i) => {
    const expected = inspections * levels[i];
    return (count - expected) / Math.sqrt(expected * (1 - levels[i]));
  });
}

/**
 * What is not exact in theory, a rounding that is uniform rather than normal and units that follow the samples they divide, must not be seen
 * in thousands of inspections.
 */
describe('false alarms on samples in block floating point, every report decided alone', () => {
  const { network } = presetScenario('small');
  const wide = { ...network.accessPoints, count: 8, antennaCount: 5 };
  it.each([
    ['blocks of whole times', network, 4000],
    ['blocks that end within a time', { ...network, accessPoints: wide }, 3000],
    [
      'clutter 20 dB above that, so that the rounding is mostly that of clutter',
      { ...network, propagation: { ...network.propagation, clutterScale: 1 } },
      4000,
    ],
  ] as [
    string,
    Network,
    number,
  ][])('%s: binomial with 10⁻¹, 10⁻² and 10⁻³ at 6, 8, 10 and 12 bits, within 4 σ', (_, changed, slots) => {
    const tallies = countAlarms(changed, slots, 17);
    for (const { counted } of tallies) {
      expect(counted.inspections).toBeGreaterThan(2 * slots - 1);
      const [tenth, hundredth, thousandth] = scores(counted);
      expect(Math.abs(tenth)).toBeLessThan(4);
      expect(Math.abs(hundredth)).toBeLessThan(4);
      // A handful of alarms: the binomial law is skewed, so its upper tail is longer.
      expect(thousandth).toBeGreaterThan(-4);
      expect(thousandth).toBeLessThan(5);
    }
    // Taken for exact, samples of few bits alarm far more often.
    expect(scores(tallies[0].taken)[1]).toBeGreaterThan(20);
  });
});
