import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deployNetwork, planSlot } from '@vedetta/deployment';
import { createReceiverBank, fuse, type Report } from '@vedetta/detection';
import { asForwarded } from '@vedetta/fronthaul';
import { allocatePower } from '@vedetta/power';
import { presetScenario, type Scenario } from '@vedetta/scenario';
import { type DecisionRecord, type Embedded, openEmbedded, type Run, type SlotRecord } from '@vedetta/store';
import { createAir } from '@vedetta/world';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replayRun } from './replay-run.ts';

const scenario = presetScenario('small');
const deployment = deployNetwork(scenario.network);
const slots = 6;

let folder: string;
let embedded: Embedded;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vedetta-replay-'));
  embedded = await openEmbedded(folder, { version: 'test' });
  const { name, hash, network, world } = scenario;
  await embedded.store.adoptScenario({ name, hash, network, world, version: 'test' });
});
afterAll(async () => {
  await embedded.close();
  await rm(folder, { recursive: true, force: true });
});

interface Decided {
  readonly record: SlotRecord;
  readonly decisions: DecisionRecord[];
}

/** What a network with faults decides: slot 1 lacks a transmit AP, slot 2 a report, in slot 3 one is late, slot 4 is silent. */
function decideSlots(seed: number, { network }: Scenario = scenario): Decided[] {
  const air = createAir(deployment, scenario.world, seed);
  const bank = createReceiverBank(deployment);
  return Array.from({ length: slots }, (_, slot) => {
    const plan = planSlot(deployment, slot);
    const { transmitAccessPoints } = deployment;
    const onAir = slot === 1 ? transmitAccessPoints.slice(1) : transmitAccessPoints;
    const onAirSlot = { plan, onAir, power: allocatePower(deployment, plan, onAir) };
    const blocks = air.transmitBlocks(onAirSlot);
    bank.beginSlot(plan, blocks);
    const decisions = plan.inspections.map((inspection) => {
      const computed: Report[] = inspection.receive.map((accessPoint) => ({
        accessPoint,
        ...bank.localStatistic(inspection, {
          accessPoint,
          slot,
          ...asForwarded(air.receive(onAirSlot, blocks, accessPoint), network.fronthaul),
        }),
      }));
      const reports: DecisionRecord['reports'] = computed.map(({ accessPoint, statistic, rank }, i) => {
        if (slot === 4 || (slot === 2 && i === 0)) return { accessPoint, fate: 'missing', statistic: null, rank: null };
        return { accessPoint, fate: slot === 3 && i === 1 ? 'late' : 'used', statistic, rank };
      });
      const used = computed.filter((_, i) => reports[i].fate === 'used');
      return { ...fuse(used, 0.01), slot, inspection, reports };
    });
    return { record: { slot, onAir, stalled: false }, decisions };
  });
}

/** Stores what a run of seed 8 decides, after somebody had a hand in it. */
async function storeRun(tamper: (decided: Decided[]) => void, of = scenario): Promise<Run> {
  const { store } = embedded;
  const { id } = await store.createRun({ seed: 8, slots, pace: 'fast', falseAlarmProbability: 0.01 });
  await store.setRunStatus(id, 'running');
  const decided = decideSlots(8, of);
  tamper(decided);
  const plans = decided.map(({ decisions }) => decisions.map(({ inspection }) => inspection));
  await store.planFrame({ run: id, frame: 0, firstSlot: 0, slots: plans });
  await store.commitFrame({
    run: id,
    frame: 0,
    slots: decided.map(({ record }) => record),
    decisions: decided.flatMap(({ decisions }) => decisions),
  });
  return store.setRunStatus(id, 'completed');
}

const nextDouble = (value: number) => {
  const bits = new BigUint64Array(Float64Array.of(value).buffer);
  bits[0] += 1n;
  return new Float64Array(bits.buffer)[0];
};

describe('replay', () => {
  it('computes an honest run again bit for bit, its missing reports and absent transmit APs included', async () => {
    const run = await storeRun(() => {});
    const shown: number[] = [];
    const replay = await replayRun(embedded.store, scenario, run, (slot) => shown.push(slot));
    const perSlot = planSlot(deployment, 0).inspections.length;
    expect(replay).toMatchObject({ run: run.id, slots, decisions: slots * perSlot, different: 0, differences: [] });
    expect(replay.reports).toBe(slots * 2 - 1 - 1 - 2);
    expect(shown).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('computes a run of rounded samples again bit for bit, and one of other bits or of exact samples is another', async () => {
    const rounded = (mantissaBits: number): Scenario => {
      const fronthaul = { ...scenario.network.fronthaul, split: 'raw' as const, sampleFormat: { mantissaBits } };
      return { ...scenario, network: { ...scenario.network, fronthaul } };
    };
    const run = await storeRun(() => {}, rounded(7));
    const different = async (as: Scenario) => (await replayRun(embedded.store, as, run, () => {})).different;
    expect(await different(rounded(7))).toBe(0);
    expect(await different(rounded(8))).toBe(slots - 1);
    expect(await different(scenario)).toBe(slots - 1);
  });

  it('finds one statistic that was changed in its last bit, and says which', async () => {
    let changed = { from: 0, to: 0, accessPoint: -1 };
    const run = await storeRun((decided) => {
      const [decision] = decided[5].decisions;
      const [first, ...rest] = decision.reports;
      changed = {
        accessPoint: first.accessPoint,
        from: first.statistic as number,
        to: nextDouble(first.statistic as number),
      };
      decided[5].decisions[0] = { ...decision, reports: [{ ...first, statistic: changed.to }, ...rest] };
    });
    const replay = await replayRun(embedded.store, scenario, run, () => {});
    expect(replay.different).toBe(1);
    const what = `statistic of AP ${changed.accessPoint}: ${changed.to} stored, ${changed.from} computed`;
    expect(replay.differences).toEqual([{ slot: 5, inspection: 0, what }]);
  });

  it.each([
    ['outcome', { outcome: 'unobserved' }],
    ['statistic', { statistic: 1e-3 }],
    ['rank', { rank: 1 }],
    ['threshold', { threshold: 1e9 }],
    ['pValue', { pValue: 0.5 }],
  ] as const)('finds a changed %s of a decision', async (name, change) => {
    const run = await storeRun((decided) => {
      decided[0].decisions[0] = { ...decided[0].decisions[0], ...change };
    });
    const { different, differences } = await replayRun(embedded.store, scenario, run, () => {});
    expect(different).toBe(1);
    expect(differences[0]).toMatchObject({ slot: 0, inspection: 0 });
    expect(differences[0].what).toMatch(new RegExp(`^${name}: ${Object.values(change)[0]} stored, `));
  });

  it('finds a report that was counted though it never came, and an on-air set that was not on air', async () => {
    const counted = await storeRun((decided) => {
      const [decision] = decided[2].decisions;
      const reports = decision.reports.map((report) => ({ ...report, fate: 'used' as const, statistic: 3, rank: 4 }));
      decided[2].decisions[0] = { ...decision, reports };
    });
    const one = await replayRun(embedded.store, scenario, counted, () => {});
    expect(one.differences.map(({ slot }) => slot)).toEqual([2]);
    const absent = await storeRun((decided) => {
      decided[0] = { ...decided[0], record: { ...decided[0].record, onAir: deployment.transmitAccessPoints.slice(1) } };
    });
    const two = await replayRun(embedded.store, scenario, absent, () => {});
    expect(two.differences.map(({ slot }) => slot)).toEqual([0]);
  });

  it('with another seed finds every observed decision different', async () => {
    const run = await storeRun(() => {});
    const replay = await replayRun(embedded.store, scenario, { ...run, seed: 9 }, () => {});
    expect(replay.different).toBe(slots - 1);
    expect(replay.differences).toHaveLength(slots - 1);
  });
});
