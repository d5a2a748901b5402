import type { SolvedAllocation } from '@vedetta/deployment';
import type { Logger } from '@vedetta/service-kit';
import type { PlannedFrame, Run } from '@vedetta/store';
import { Counter, Gauge, type Registry } from 'prom-client';

/** One function per event; each writes both metric and log. */
export interface SchedulerEvents {
  leading(leads: boolean, fence: number | null): void;
  /** @param kinds  sets of regions, or targets, that slots inspect in turn: one problem each, of which so many are solved. */
  solvingPower(solved: number, kinds: number): void;
  powerSolved(plan: readonly SolvedAllocation[], seconds: number): void;
  runStarted(run: Run, missing: readonly number[]): void;
  runEnded(run: number, status: string, reason: string | null): void;
  planned(frame: PlannedFrame): void;
  queuedAgain(run: number, frame: number): void;
  nodeJoined(node: string): void;
  nodeLeft(node: string, reason: string): void;
  nodeRefused(node: string | null, reason: string): void;
  assigned(node: string, accessPoints: readonly number[], endpoints: readonly string[]): void;
  failed(what: string, error: unknown): void;
}

export function createSchedulerEvents(logger: Logger, registry?: Registry): SchedulerEvents {
  const registers = registry ? [registry] : [];
  const leader = new Gauge({ name: 'vedetta_scheduler_leader', help: '1: this process leads.', registers });
  const frames = new Counter({ name: 'vedetta_scheduler_frames_planned_total', help: 'Frames planned.', registers });
  const again = new Counter({
    name: 'vedetta_scheduler_frames_queued_again_total',
    help: 'Planned frames that were queued once more, because nobody had decided them.',
    registers,
  });
  const runs = new Counter({
    name: 'vedetta_scheduler_runs_ended_total',
    help: 'Runs that ended, by status.',
    labelNames: ['status'],
    registers,
  });
  const nodes = new Gauge({ name: 'vedetta_registry_nodes', help: 'AP nodes in the registry.', registers });
  const assignments = new Counter({
    name: 'vedetta_registry_assignments_total',
    help: 'Assignments sent to AP nodes.',
    registers,
  });
  return {
    leading(leads, fence) {
      leader.set(leads ? 1 : 0);
      if (!leads) nodes.set(0);
      logger.info({ leads, fence }, leads ? 'leading' : 'standing by');
    },
    solvingPower(solved, kinds) {
      logger.info({ solved, kinds }, 'solving for the powers of max-min power control');
    },
    powerSolved(plan, seconds) {
      const smallestSinr = plan.map((allocation) => allocation.smallestSinr);
      logger.info({ seconds, smallestSinr }, 'powers are solved for');
    },
    runStarted({ id, seed, slots, pace }, missing) {
      logger.info({ run: id, seed, slots, pace }, 'run goes on air');
      if (missing.length > 0) logger.warn({ run: id, missing }, 'run starts without some access points');
    },
    runEnded(run, status, reason) {
      runs.inc({ status });
      logger[status === 'failed' ? 'error' : 'info']({ run, status, reason }, 'run ended');
    },
    planned({ run, frame, firstSlot, slots }) {
      frames.inc();
      logger.debug({ run, frame, slot: firstSlot, slots: slots.length }, 'frame planned');
    },
    queuedAgain(run, frame) {
      again.inc();
      logger.info({ run, frame }, 'frame queued again');
    },
    nodeJoined(node) {
      nodes.inc();
      logger.info({ node }, 'AP node joined');
    },
    nodeLeft(node, reason) {
      nodes.dec();
      logger.warn({ node, reason }, 'AP node left');
    },
    nodeRefused(node, reason) {
      logger.warn({ node, reason }, 'AP node refused');
    },
    assigned(node, accessPoints, endpoints) {
      assignments.inc();
      logger.info({ node, accessPoints, endpoints }, 'access points assigned');
    },
    failed(what, error) {
      logger.error({ what, err: error }, 'scheduling failed, trying again');
    },
  };
}
