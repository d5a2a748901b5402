import type { InspectionReport } from './receive.ts';

export interface Delivery {
  send(report: InspectionReport): void;
  clear(): void;
}

/**
 * Hands reports on at once, or, with a jitter, each after its own wait of up to `jitterMs`, so that they arrive shuffled.
 * Decisions must not depend on it.
 */
export function jitteredDelivery(jitterMs: number, send: (report: InspectionReport) => void): Delivery {
  const timers = new Set<NodeJS.Timeout>();
  return {
    send(report) {
      if (jitterMs === 0) return send(report);
      const timer = setTimeout(() => {
        timers.delete(timer);
        send(report);
      }, Math.random() * jitterMs);
      timers.add(timer);
    },
    clear() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
