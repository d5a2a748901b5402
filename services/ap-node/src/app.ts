import { setImmediate } from 'node:timers/promises';
import { type Deployment, deployNetwork, type OnAirSlot, planSlot, type SlotPlan } from '@vedetta/deployment';
import { type AccessPointLink, type AirLink, connectAccessPoint, connectAir, isRetryable } from '@vedetta/fronthaul';
import { allocatePower } from '@vedetta/power';
import { readNetwork } from '@vedetta/scenario';
import type { Logger } from '@vedetta/service-kit';
import type { ApNodeConfig } from './config.ts';
import { loadFrontEnd } from './front-end/front-end.ts';
import { jitteredDelivery } from './jitter.ts';
import { type InspectionReport, Receivers } from './receive.ts';
import { SlotWork } from './slot-work.ts';

export interface ApNode {
  /** Rejects when the network refuses this process for good (another scenario, another protocol version). */
  readonly refused: Promise<never>;
  close(): Promise<void>;
}

/** Hosts one or more APs: one air feed for the process, one fronthaul link for each AP. Keeps no state between slots. */
export async function createApNode(config: ApNodeConfig, logger: Logger): Promise<ApNode> {
  const { network, hash } = await readNetwork(config.scenario);
  const deployment = deployNetwork(network);
  checkAccessPoints(config.accessPoints, deployment);
  const makeFrontEnd = await loadFrontEnd(config.scenario);
  const work = new SlotWork(workPerAccessPoint * Math.max(1, config.accessPoints.length));
  const links = new Map<number, AccessPointLink>();
  let receivers: Receivers | null = null;
  let refuse: (error: Error) => void = () => {};
  const refused = new Promise<never>((_resolve, reject) => {
    refuse = reject;
  });
  refused.catch(() => {});

  const send = (report: InspectionReport) => links.get(report.accessPoint)?.sendReport(report);
  const delivery = jitteredDelivery(config.reportJitterMs, send);

  let scheduled = false;
  /** One AP's work per turn of the event loop, so that links stay alive under load. */
  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    setImmediate().then(() => {
      scheduled = false;
      const task = receivers === null ? null : work.take();
      if (task === null) return;
      for (const report of (receivers as Receivers).run(task)) delivery.send(report);
      schedule();
    });
  }

  const onAirSlot = (plan: SlotPlan, onAir: readonly number[]): OnAirSlot => ({
    plan,
    onAir,
    power: allocatePower(deployment, plan, onAir),
  });

  /** Warms up first, an AP a turn, unless another run comes meanwhile. */
  async function bindRun(run: number, seed: number): Promise<void> {
    unbindRun();
    const bound = new Receivers(deployment, makeFrontEnd(deployment, seed));
    receivers = bound;
    const rehearsal = onAirSlot(planSlot(deployment, 0), deployment.transmitAccessPoints);
    for (const accessPoint of config.accessPoints) {
      bound.warmUp(rehearsal, accessPoint);
      await setImmediate();
      if (receivers !== bound) return;
    }
    for (const accessPoint of config.accessPoints) {
      links.set(
        accessPoint,
        connectAccessPoint({
          address: config.fusionAddress,
          accessPoint,
          epoch: config.epoch,
          scenarioHash: hash,
          run,
          onCommand: (command) => {
            if (command.receive.length === 0) return;
            work.addTask({
              accessPoint,
              slot: command.slot,
              inspections: command.receive.map((look) => look.inspection),
            });
            schedule();
          },
          onDrain: () => logger.debug({ accessPoint }, 'fronthaul link drained'),
          onRefused: (reason, code) => logger.warn({ accessPoint, reason, code }, 'fronthaul link refused'),
          onConnection: (up) => logger.debug({ accessPoint, up }, 'fronthaul link changed'),
        }),
      );
    }
    logger.info({ run, accessPoints: config.accessPoints }, 'run bound');
  }

  function unbindRun(): void {
    for (const link of links.values()) link.close();
    links.clear();
    work.clear();
    delivery.clear();
    receivers = null;
  }

  const air: AirLink = connectAir({
    address: config.fusionAddress,
    scenarioHash: hash,
    processName: config.processName,
    accessPoints: config.accessPoints,
    onRun: ({ run, seed }) => void bindRun(run, seed),
    onRunEnd: unbindRun,
    onSlot: (plan, onAir) => {
      work.addAir(onAirSlot(plan, onAir));
      schedule();
    },
    onRefused: (reason, code) => {
      if (isRetryable(code)) logger.warn({ reason, code }, 'air feed refused, trying again');
      else refuse(new Error(reason));
    },
    onConnection: (up) => {
      // What a fusion worker said that is gone must not meet what its successor says: the sets on air may differ.
      if (!up) work.clear();
      logger.debug({ up }, 'air feed changed');
    },
  });

  return {
    refused,
    async close() {
      unbindRun();
      await air.close();
    },
  };
}

/** Twice what a scenario may keep outstanding (`slotsInFlight` ≤ 64). */
const workPerAccessPoint = 128;

function checkAccessPoints(accessPoints: readonly number[], deployment: Deployment): void {
  const count = deployment.accessPoints.length;
  const wrong = accessPoints.filter((ap) => ap >= count);
  if (wrong.length > 0)
    throw new RangeError(`--ap names ${wrong.join(', ')}, but the scenario has APs 0 to ${count - 1}`);
}
