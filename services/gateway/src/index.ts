export { gatewaySettings } from './config.ts';
export { buildGateway } from './gateway.ts';
export { parseDecisionQuery } from './input/decision-query.ts';
export { type EventQuery, parseEventQuery } from './input/event-query.ts';
export { createGatewayMetrics } from './metrics.ts';
export type {
  EventStreamLimits,
  GatewayOptions,
  LiveStatus,
  RateLimits,
  Readiness,
  RunControl,
} from './options.ts';
export { type FieldError, type ProblemCode, type ProblemDocument, ProblemError } from './problem.ts';
export { createGateway, GatewayListenError, type ListeningGateway } from './server.ts';
export { gatewayService } from './service.ts';
