import { deployNetwork, planSlot } from '@vedetta/deployment';
import { createReceiverBank, fuse } from '@vedetta/detection';
import { asForwarded } from '@vedetta/fronthaul';
import { type Network, presetScenario } from '@vedetta/scenario';
import { createAir } from '@vedetta/world';
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

/** (alarms − n p) / √(n p (1 − p)), one for each level. */
function scores({ inspections, alarms }: Counted): number[] {
  return alarms.map((count, i) => {
    const expected = inspections * levels[i];
    return (count - expected) / Math.sqrt(expected * (1 - levels[i]));
  });
}

export interface AlarmScores {
  readonly inspections: number;
  /** How many σ there are above 10⁻¹, 10⁻² and 10⁻³ of them. */
  readonly counted: number[];
  /** The same for a receiver that takes rounded samples for exact. */
  readonly taken: number[];
}

/** Alarms in an empty sky, every report decided alone, at 6, 8, 10 and 12 bits: in σ above what they should be. */
export function alarmScores(network: Network, slots: number): AlarmScores[] {
  return countAlarms(network, slots, 17).map(({ counted, taken }) => ({
    inspections: counted.inspections,
    counted: scores(counted),
    taken: scores(taken),
  }));
}
