import { setImmediate, setTimeout } from 'node:timers/promises';
import {
  type Deployment,
  deployNetwork,
  type OnAirSlot,
  planSlot,
  type SlotPlan,
  withAngleErrors,
  withPowerPlan,
} from '@vedetta/deployment';
import {
  type AirRun,
  type AssignedAccessPoint,
  joinRegistry,
  type RegistryLink,
  referenceOf,
} from '@vedetta/fronthaul';
import { allocatePower } from '@vedetta/power';
import { readNetwork } from '@vedetta/scenario';
import type { ApNodeConfig } from './config.ts';
import type { ApNodeEvents } from './events.ts';
import { type FrontEnd, loadFrontEnd } from './front-end/front-end.ts';
import { Receivers } from './receive.ts';
import type { ReadyTask } from './slot-work.ts';
import { Uplink } from './uplink.ts';

export interface ApNode {
  /** Rejects when the network refuses this process for good (another scenario, another protocol version). */
  readonly failed: Promise<never>;
  close(): Promise<void>;
}

/** The network does not want this process; trying again would not help. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly code = 'REFUSED';
}

interface KnownRun {
  /** With the powers that were solved for, where they are. */
  readonly deployment: Deployment;
  readonly frontEnd: FrontEnd;
  readonly receivers: Receivers;
  readonly warm: Promise<void>;
  /** Uplinks that are on it. */
  users: number;
  /** Slots that an AP has listened to, counted for each AP. */
  answered: number;
}

/** Who has not answered by then is named in the log, once. */
const patienceMs = 3_000;
/** How long a node that leaves goes on answering, until others have its access points. */
const farewellMs = 6_000;

/**
 * Hosts one or more APs for any number of fusion workers: for each worker one air feed, and one fronthaul link for each
 * AP. Which APs and which workers is told, or comes from the registry. Keeps no state between slots.
 */
export async function createApNode(config: ApNodeConfig, processName: string, events: ApNodeEvents): Promise<ApNode> {
  const { network, hash } = await readNetwork(config.VEDETTA_SCENARIO);
  const deployment = deployNetwork(network);
  const makeFrontEnd = await loadFrontEnd(config.VEDETTA_SCENARIO);
  const refusal = Promise.withResolvers<never>();
  refusal.promise.catch(() => {});
  const refuse = (reason: string) => refusal.reject(new RefusedError(reason));
  const uplinks = new Map<string, Uplink>();
  /** What is known of a run, shared by the uplinks that are on it. */
  const runs = new Map<number, KnownRun>();
  let hosted: readonly AssignedAccessPoint[] = [];

  /** Resolves when the access points have warmed up, one a turn; whoever comes to the same run meanwhile waits as well. */
  function bindRun(air: AirRun): Promise<void> {
    const { run } = air;
    const known = runs.get(run) ?? openRun(air);
    known.users += 1;
    runs.set(run, known);
    return known.warm;
  }

  function openRun({ seed, powerPlan }: AirRun): KnownRun {
    const planned = withPowerPlan(deployment, powerPlan ?? null);
    const frontEnd = makeFrontEnd(planned, seed);
    const receivers = new Receivers(planned, frontEnd);
    return { deployment: planned, frontEnd, receivers, users: 0, answered: 0, warm: warmUp(planned, receivers) };
  }

  async function warmUp(deployment: Deployment, receivers: Receivers): Promise<void> {
    const rehearsal = onAirSlot(deployment, planSlot(deployment, 0), deployment.transmitAccessPoints);
    for (const { id } of hosted) {
      receivers.warmUp(rehearsal, id);
      await setImmediate();
    }
  }

  function unbindRun({ run }: AirRun): void {
    const known = runs.get(run);
    if (known === undefined) return;
    known.users -= 1;
    if (known.users > 0) return;
    runs.delete(run);
    events.runOver(run, known.answered, known.receivers);
  }

  /** Whose oldest slot is the oldest. */
  function nextUplink(): Uplink | null {
    let best: Uplink | null = null;
    let lowest = Infinity;
    for (const uplink of uplinks.values()) {
      const slot = uplink.work.nextSlot();
      if (slot !== null && slot < lowest) [best, lowest] = [uplink, slot];
    }
    return best;
  }

  function answer(uplink: Uplink, known: KnownRun, task: ReadyTask, run: number): void {
    const { slot, accessPoint, air } = task;
    if (task.inspections === null) {
      uplink.refer(accessPoint, referenceOf(slot, known.frontEnd.streams(air, accessPoint), deployment));
      return;
    }
    const since = performance.now();
    const reports = known.receivers.run(task);
    known.answered += 1;
    for (const report of reports) uplink.deliver(report);
    events.answered(run, slot, accessPoint, reports.length, (performance.now() - since) / 1000);
  }

  let scheduled = false;
  /** One AP's work per turn of the event loop, so that links stay alive under load. */
  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    setImmediate().then(() => {
      scheduled = false;
      const uplink = nextUplink();
      const task = uplink?.work.take() ?? null;
      const run = uplink?.run?.run;
      if (uplink === null || task === null || run === undefined) return;
      answer(uplink, runs.get(run) as KnownRun, task, run);
      schedule();
    });
  }

  function openUplink(address: string): Uplink {
    return new Uplink(
      {
        address,
        scenarioHash: hash,
        processName,
        reportJitterMs: config.VEDETTA_REPORT_JITTER_MS,
        events,
        refers: (accessPoint) =>
          network.fronthaul.references === 'explicit' && deployment.accessPoints[accessPoint].role === 'transmit',
        onAir: (run, plan, onAir) => onAirSlot(runs.get(run)?.deployment ?? deployment, plan, onAir),
        onWork: schedule,
        onRun: bindRun,
        onRunEnd: unbindRun,
        onSuperseded: ({ id, epoch }) => {
          hosted = hosted.filter((point) => point.id !== id || point.epoch > epoch);
        },
        onRefused: refuse,
      },
      hosted,
    );
  }

  function serve(accessPoints: readonly AssignedAccessPoint[], endpoints: readonly string[]): void {
    hosted = accessPoints;
    for (const [address, uplink] of uplinks) {
      if (endpoints.includes(address)) uplink.host(accessPoints);
      else {
        uplink.close();
        uplinks.delete(address);
      }
    }
    for (const address of endpoints) if (!uplinks.has(address)) uplinks.set(address, openUplink(address));
    events.hosting(
      accessPoints.map(({ id }) => id),
      endpoints,
    );
  }

  let registry: RegistryLink | null = null;
  let joined = false;
  if (config.VEDETTA_REGISTRY !== null) {
    registry = joinRegistry({
      addresses: config.VEDETTA_REGISTRY,
      scenarioHash: hash,
      nodeName: processName,
      held: () => hosted,
      onAssignment: ({ accessPoints, fusionEndpoints }) => serve(accessPoints, fusionEndpoints),
      onRefused: refuse,
      onConnection(up, address) {
        joined = true;
        events.registryChanged(up, address);
      },
    });
  } else {
    const told = config.VEDETTA_AP ?? [];
    checkAccessPoints(told, deployment);
    serve(
      told.map((id) => ({ id, epoch: config.VEDETTA_EPOCH })),
      config.VEDETTA_FUSION ?? [],
    );
  }

  const telling = globalThis.setTimeout(() => {
    const silent = [...uplinks.values()].filter(({ reached }) => !reached).map(({ address }) => address);
    if (registry !== null && !joined) events.waiting(config.VEDETTA_REGISTRY ?? []);
    else if (silent.length > 0) events.waiting(silent);
  }, patienceMs);

  return {
    failed: refusal.promise,
    async close() {
      clearTimeout(telling);
      registry?.leave();
      const until = performance.now() + (registry === null ? 0 : farewellMs);
      while (performance.now() < until && [...uplinks.values()].some(({ linksUp }) => linksUp > 0)) {
        await setTimeout(20);
      }
      for (const uplink of uplinks.values()) uplink.close();
    },
  };
}

function onAirSlot(deployment: Deployment, told: SlotPlan, onAir: readonly number[]): OnAirSlot {
  const plan = withAngleErrors(deployment, told);
  return { plan, onAir, power: allocatePower(deployment, plan, onAir) };
}

function checkAccessPoints(accessPoints: readonly number[], deployment: Deployment): void {
  const count = deployment.accessPoints.length;
  const wrong = accessPoints.filter((ap) => ap >= count);
  if (wrong.length > 0)
    throw new RefusedError(`--ap names ${wrong.join(', ')}, but the scenario has APs 0 to ${count - 1}`);
}
