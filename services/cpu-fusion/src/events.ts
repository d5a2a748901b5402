import type { LinkCounters } from '@vedetta/fronthaul';
import type { LinkConfig } from '@vedetta/scenario';
import type { Logger } from '@vedetta/service-kit';
import type { FrameResult, PlannedFrame } from '@vedetta/store';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { fronthaulMetrics } from './fronthaul-metrics.ts';
import type { Arrival } from './slot-window.ts';

/** One function per event; each writes both metric and log. */
export interface FusionEvents {
  /** Shows in the metrics what links carry. */
  watch(links: () => readonly LinkCounters[]): void;
  attached(accessPoint: number, epoch: number): void;
  detached(accessPoint: number, reason: string): void;
  runBound(run: number): void;
  linkChanged(accessPoint: number, link: LinkConfig): void;
  /** @param lateMs  emulated; null unless it was late. */
  report(fate: Arrival | 'lost', lateMs: number | null): void;
  reference(fate: Arrival | 'lost' | 'invalid'): void;
  invalid(accessPoint: number | null, reason: string): void;
  taken(frame: PlannedFrame): void;
  /** Not decided here: the run has ended, or the frame goes back to the queue. */
  dropped(frame: PlannedFrame): void;
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
  const references = new Counter({
    name: 'vedetta_fusion_references_total',
    help: 'References received from transmit access points, by what became of them.',
    labelNames: ['fate'],
    registers,
  });
  const lateness = new Histogram({
    name: 'vedetta_fusion_report_lateness_seconds',
    help: 'Emulated time by which late reports missed their window.',
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
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
  const frames = new Counter({
    name: 'vedetta_fusion_frames_total',
    help: 'Frames taken from the queue, by what became of them.',
    labelNames: ['fate'],
    registers,
  });
  const attached = new Gauge({ name: 'vedetta_fusion_attached', help: 'Access points attached.', registers });
  let dropped = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  const links = fronthaulMetrics(registers);
  return {
    watch: (counters) => links.watch(counters),
    attached(accessPoint, epoch) {
      attachments.inc({ change: 'attached' });
      attached.inc();
      logger.debug({ accessPoint, epoch }, 'access point attached');
    },
    detached(accessPoint, reason) {
      attachments.inc({ change: 'detached' });
      attached.dec();
      logger.debug({ accessPoint, reason }, 'access point detached');
    },
    runBound(run) {
      logger.info({ run }, 'run bound to the fronthaul');
    },
    linkChanged(accessPoint, link) {
      logger.info({ accessPoint, link }, 'emulated link changed');
    },
    report(fate, lateMs) {
      reports.inc({ fate });
      if (lateMs !== null) lateness.observe(lateMs / 1000);
    },
    reference(fate) {
      references.inc({ fate });
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
    taken({ run, frame, firstSlot, slots }) {
      logger.debug({ run, frame, slot: firstSlot, slots: slots.length }, 'frame taken');
    },
    dropped({ run, frame, firstSlot, slots }) {
      frames.inc({ fate: 'dropped' });
      logger.debug({ run, frame, slot: firstSlot, slots: slots.length }, 'frame dropped');
    },
    committed(result, first) {
      frames.inc({ fate: first ? 'decided' : 'second' });
      const { run, frame, slots } = result;
      logger.debug({ run, frame, slot: slots[0]?.slot, slots: slots.length, first }, 'frame decided');
      if (!first) return;
      for (const { outcome } of result.decisions) decisions.inc({ outcome });
      for (const slot of result.slots) if (slot.stalled) stalled.inc();
    },
    failed(what, error) {
      logger.error({ what, err: error }, 'fusion step failed');
    },
  };
}
