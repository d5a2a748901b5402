import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { StreamEnd } from './event-stream.ts';

export interface GatewayMetrics {
  answered(method: string, route: string, status: number, seconds: number): void;
  streamOpened(): void;
  streamClosed(end: StreamEnd): void;
}

/** The gateway's own figures, added to the registry that `/metrics` shows. */
export function createGatewayMetrics(registry: Registry): GatewayMetrics {
  const registers = [registry];
  // One histogram for all routes: a series a route, method and status would make most of what /metrics shows.
  const duration = new Histogram({
    name: 'vedetta_http_request_duration_seconds',
    help: 'Time to answer a request.',
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3],
    registers,
  });
  const requests = new Counter({
    name: 'vedetta_http_requests_total',
    help: 'Requests answered.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const open = new Gauge({ name: 'vedetta_event_streams', help: 'Open event streams.', registers });
  const ended = new Counter({
    name: 'vedetta_event_streams_ended_total',
    help: 'Event streams that ended, by who ended them.',
    labelNames: ['by'],
    registers,
  });
  return {
    answered: (method, route, status, seconds) => {
      requests.inc({ method, route, status });
      duration.observe(seconds);
    },
    streamOpened: () => open.inc(),
    streamClosed: (end) => {
      open.dec();
      ended.inc({ by: end });
    },
  };
}
