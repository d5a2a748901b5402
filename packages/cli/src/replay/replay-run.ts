import {
  type Deployment,
  deployNetwork,
  type Inspection,
  type OnAirSlot,
  planSlot,
  withAngleErrors,
  withPowerPlan,
} from '@vedetta/deployment';
import { createReceiverBank, fuse, type ReceivedBlock, type Report } from '@vedetta/detection';
import { asForwarded } from '@vedetta/fronthaul';
import { allocatePower } from '@vedetta/power';
import type { Scenario } from '@vedetta/scenario';
import type { Run, SlotRecord, Store, StoredDecisionDetail } from '@vedetta/store';
import { createAir } from '@vedetta/world';

/** A stored decision that the recomputation does not give again. */
export interface Difference {
  readonly slot: number;
  readonly inspection: number;
  readonly what: string;
}

export interface Replay {
  readonly run: number;
  readonly slots: number;
  readonly decisions: number;
  readonly reports: number;
  /** Inspections of stored slots without a decision, and slots of the run that are not stored though they were decided and kept. */
  readonly absent: { readonly decisions: number; readonly slots: number };
  /** Decisions in which any number or outcome is not the same bit for bit. */
  readonly different: number;
  /** The first few of them. */
  readonly differences: readonly Difference[];
}

const shown = 10;
const batchSlots = 32;

/**
 * Computes a stored run again from scenario, seed, on-air sets and sets of reports used, in one process and without any
 * network, and compares every statistic, rank, threshold and outcome bit for bit.
 */
export async function replayRun(
  store: Store,
  scenario: Scenario,
  run: Run,
  onSlot: (slot: number) => void,
): Promise<Replay> {
  const deployment = withPowerPlan(deployNetwork(scenario.network), await store.powerPlan());
  const replayer = createReplayer(scenario, deployment, run);
  const differences: Difference[] = [];
  const count = { slots: 0, decisions: 0, reports: 0 };
  let absentDecisions = 0;
  // Frames that were under way when a network was stopped may leave a gap before the last decided slot.
  const { planningLag, frameSlots } = scenario.network.timing;
  const end = run.decidedSlots + planningLag * frameSlots;
  for (let from = run.firstKeptSlot; from < end; from += batchSlots) {
    const slots = await store.slots(run.id, from, Math.min(batchSlots, end - from));
    for (const { record, decisions } of slots) {
      const recomputed = replayer(record, decisions);
      count.slots++;
      absentDecisions += Math.max(0, planSlot(deployment, record.slot).inspections.length - decisions.length);
      for (const [i, decision] of decisions.entries()) {
        count.decisions++;
        count.reports += decision.reportsUsed;
        const what = compare(decision, recomputed[i]);
        if (what !== null) differences.push({ slot: record.slot, inspection: decision.inspection, what });
      }
      onSlot(record.slot);
    }
  }
  const absent = { decisions: absentDecisions, slots: run.decidedSlots - run.firstKeptSlot - count.slots };
  return { run: run.id, ...count, absent, different: differences.length, differences: differences.slice(0, shown) };
}

interface Recomputed {
  readonly reports: readonly Report[];
  readonly decision: ReturnType<typeof fuse>;
}

type Replayer = (record: SlotRecord, decisions: readonly StoredDecisionDetail[]) => Recomputed[];

function createReplayer(scenario: Scenario, deployment: Deployment, run: Run): Replayer {
  const air = createAir(deployment, scenario.world, run.seed);
  const bank = createReceiverBank(deployment);
  return (record, decisions) => {
    const inspections = decisions.map((decision) => inspectionOf(decision, deployment));
    const plan = withAngleErrors(deployment, { slot: record.slot, inspections });
    const slot: OnAirSlot = { plan, onAir: record.onAir, power: allocatePower(deployment, plan, record.onAir) };
    const blocks = air.transmitBlocks(slot);
    bank.beginSlot(plan, blocks, { power: slot.power, symbols: air.userSymbols(slot) });
    const heard = new Map<number, ReceivedBlock>();
    const listen = (accessPoint: number): ReceivedBlock => {
      const known = heard.get(accessPoint);
      if (known) return known;
      const samples = asForwarded(air.receive(slot, blocks, accessPoint), scenario.network.fronthaul);
      const received = { accessPoint, slot: record.slot, ...samples };
      heard.set(accessPoint, received);
      return received;
    };
    return decisions.map((decision, i) => {
      const reports = decision.reports
        .filter(({ fate }) => fate === 'used')
        .map(({ accessPoint }) => ({ accessPoint, ...bank.localStatistic(plan.inspections[i], listen(accessPoint)) }));
      return { reports, decision: fuse(reports, run.falseAlarmProbability) };
    });
  };
}

function inspectionOf(decision: StoredDecisionDetail, deployment: Deployment): Inspection {
  const { inspection: index, phase, region, cell, position, transmit, reports } = decision;
  const receive = reports.map(({ accessPoint }) => accessPoint);
  return {
    index,
    phase,
    region,
    cell,
    position: deployment.regions[region]?.cellPosition(cell) ?? position,
    transmit,
    receive,
  };
}

/** Names the first thing that is not the same, or null. */
function compare(stored: StoredDecisionDetail, { reports, decision }: Recomputed): string | null {
  for (const report of reports) {
    const kept = stored.reports.find(({ accessPoint }) => accessPoint === report.accessPoint);
    if (!Object.is(kept?.statistic, report.statistic))
      return `statistic of AP ${report.accessPoint}: ${kept?.statistic} stored, ${report.statistic} computed`;
    if (kept?.rank !== report.rank)
      return `rank of AP ${report.accessPoint}: ${kept?.rank} stored, ${report.rank} computed`;
  }
  for (const key of ['outcome', 'statistic', 'rank', 'threshold', 'pValue'] as const) {
    if (!Object.is(stored[key], decision[key])) return `${key}: ${stored[key]} stored, ${decision[key]} computed`;
  }
  return null;
}
