import type { Logger } from '@vedetta/service-kit';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Receivers } from './receive.ts';

/** One function per event; each writes both metric and log. */
export interface ApNodeEvents {
  hosting(accessPoints: readonly number[], endpoints: readonly string[]): void;
  runBound(endpoint: string, run: number): void;
  runOver(run: number, answered: number, spent: Pick<Receivers, 'cpu' | 'operations' | 'calibrations'>): void;
  answered(run: number, slot: number, accessPoint: number, reports: number, seconds: number): void;
  dropped(endpoint: string, tasks: number): void;
  /** Not sent: the link is down, or too much is on its way. */
  reportDropped(endpoint: string, accessPoint: number): void;
  linkRefused(accessPoint: number, endpoint: string, reason: string, code: string): void;
  linkChanged(accessPoint: number, endpoint: string, up: boolean): void;
  airRefused(endpoint: string, reason: string, code: string): void;
  waiting(addresses: readonly string[]): void;
  registryChanged(up: boolean, address: string): void;
}

export function createApNodeEvents(logger: Logger, registry?: Registry): ApNodeEvents {
  const registers = registry ? [registry] : [];
  const hosted = new Gauge({ name: 'vedetta_ap_hosted', help: 'Access points hosted here.', registers });
  const workers = new Gauge({ name: 'vedetta_ap_fusion_workers', help: 'Fusion workers served.', registers });
  const links = new Gauge({ name: 'vedetta_ap_links', help: 'Fronthaul links that are up.', registers });
  const reports = new Counter({ name: 'vedetta_ap_reports_total', help: 'Local statistics computed.', registers });
  const droppedTasks = new Counter({
    name: 'vedetta_ap_tasks_dropped_total',
    help: 'Commands that gave way to newer ones.',
    registers,
  });
  const droppedReports = new Counter({
    name: 'vedetta_ap_reports_dropped_total',
    help: 'Reports not sent, because the link was down or too much was on its way.',
    registers,
  });
  const refusals = new Counter({
    name: 'vedetta_ap_refusals_total',
    help: 'Streams that a fusion worker refused, by code.',
    labelNames: ['code'],
    registers,
  });
  const duration = new Histogram({
    name: 'vedetta_ap_receive_duration_seconds',
    help: 'Time one access point takes to listen to one slot.',
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1],
    registers,
  });
  return {
    hosting(accessPoints, endpoints) {
      hosted.set(accessPoints.length);
      workers.set(endpoints.length);
      logger.info({ accessPoints, endpoints }, 'hosting');
    },
    runBound(endpoint, run) {
      logger.info({ run, endpoint }, 'run bound');
    },
    runOver(run, answered, { cpu, operations, calibrations }) {
      const spent = { air_cpu_ms: cpu.air / 1000, receiver_cpu_ms: cpu.receiver / 1000, operations };
      const once = { calibration_cpu_ms: cpu.calibration / 1000, calibrations };
      logger.info({ run, answered, ...spent, ...once }, 'run over');
    },
    answered(run, slot, accessPoint, count, seconds) {
      reports.inc(count);
      duration.observe(seconds);
      logger.debug({ run, slot, accessPoint, reports: count }, 'slot answered');
    },
    dropped(endpoint, tasks) {
      droppedTasks.inc(tasks);
      logger.debug({ endpoint, tasks }, 'commands dropped');
    },
    reportDropped(endpoint, accessPoint) {
      droppedReports.inc();
      logger.debug({ endpoint, accessPoint }, 'report dropped');
    },
    linkRefused(accessPoint, endpoint, reason, code) {
      refusals.inc({ code });
      // Another node has it by now: the ordinary end of a hand-over.
      const level = code === 'SUPERSEDED' ? 'info' : 'warn';
      logger[level]({ accessPoint, endpoint, reason, code }, 'fronthaul link refused');
    },
    linkChanged(accessPoint, endpoint, up) {
      links.inc(up ? 1 : -1);
      logger.debug({ accessPoint, endpoint, up }, 'fronthaul link changed');
    },
    airRefused(endpoint, reason, code) {
      refusals.inc({ code });
      logger.warn({ endpoint, reason, code }, 'air feed refused, trying again');
    },
    waiting(addresses) {
      logger.warn({ addresses }, 'nobody answers yet, trying again');
    },
    registryChanged(up, address) {
      logger.info({ up, address }, up ? 'joined the registry' : 'registry lost, going on with what is hosted');
    },
  };
}
