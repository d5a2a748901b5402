import type { Logger } from '@vedetta/service-kit';
import { Counter, type Registry } from 'prom-client';

/** One function per event; each writes both metric and log. */
export interface EvaluatorEvents {
  evaluated(run: number, slot: number, slots: number, inspections: number): void;
  failed(error: unknown): void;
}

export function createEvaluatorEvents(logger: Logger, registry?: Registry): EvaluatorEvents {
  const registers = registry ? [registry] : [];
  const evaluations = new Counter({
    name: 'vedetta_evaluator_inspections_total',
    help: 'Decisions laid beside the truth.',
    registers,
  });
  const failures = new Counter({ name: 'vedetta_evaluator_failures_total', help: 'Attempts that failed.', registers });
  return {
    evaluated(run, slot, slots, inspections) {
      evaluations.inc(inspections);
      logger.debug({ run, slot, slots, inspections }, 'slots laid beside the truth');
    },
    failed(error) {
      failures.inc();
      logger.error({ err: error }, 'evaluation failed, trying again');
    },
  };
}
