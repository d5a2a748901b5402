import type { Logger } from '@vedetta/service-kit';
import type { FrameResult } from '@vedetta/store';
import { Counter, type Registry } from 'prom-client';
import type { Arrival } from './slot-window.ts';

/** One function per event; each writes both metric and log. */
export interface FusionEvents {
  attached(accessPoint: number, epoch: number): void;
  detached(accessPoint: number, reason: string): void;
  runBound(run: number): void;
  report(fate: Arrival | 'lost'): void;
  invalid(accessPoint: number | null, reason: string): void;
  committed(result: FrameResult, first: boolean): void;
  failed(what: string, error: unknown): void;
}

/** A flood of garbage on the port must not become a flood of log lines. */
const tellEveryMs = 1_000;

export function createFusionEvents(logger: Logger, registry?: Registry): FusionEvents {
  const registers = registry ? [registry] : [];
  const reports = new Counter({
    name: 'vedetta_fusion_reports_total',
    help: 'Reports received over the fronthaul, by what became of them.',
    labelNames: ['fate'],
    registers,
  });
  const decisions = new Counter({
    name: 'vedetta_fusion_decisions_total',
    help: 'Decisions stored, by outcome.',
    labelNames: ['outcome'],
    registers,
  });
  const attachments = new Counter({
    name: 'vedetta_fusion_attachments_total',
    help: 'Access points that attached or detached.',
    labelNames: ['change'],
    registers,
  });
  const stalled = new Counter({
    name: 'vedetta_fusion_stalled_slots_total',
    help: 'Slots whose window the watchdog closed.',
    registers,
  });
  let dropped = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  return {
    attached(accessPoint, epoch) {
      attachments.inc({ change: 'attached' });
      logger.debug({ accessPoint, epoch }, 'access point attached');
    },
    detached(accessPoint, reason) {
      attachments.inc({ change: 'detached' });
      logger.debug({ accessPoint, reason }, 'access point detached');
    },
    runBound(run) {
      logger.info({ run }, 'run bound to the fronthaul');
    },
    report(fate) {
      reports.inc({ fate });
    },
    invalid(accessPoint, reason) {
      reports.inc({ fate: 'invalid' });
      dropped++;
      const now = performance.now();
      if (now - toldAt < tellEveryMs) return;
      logger.warn({ accessPoint, reason, dropped }, 'fronthaul messages dropped');
      toldAt = now;
      dropped = 0;
    },
    committed(result, first) {
      if (!first) return;
      for (const { outcome } of result.decisions) decisions.inc({ outcome });
      for (const slot of result.slots) if (slot.stalled) stalled.inc();
    },
    failed(what, error) {
      logger.error({ what, err: error }, 'fusion step failed');
    },
  };
}
