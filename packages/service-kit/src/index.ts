export { type Backoff, createBackoff } from './backoff.ts';
export { closeWithin, disposable } from './closing.ts';
export {
  EnvironmentError,
  type EnvironmentProblem,
  oneOf,
  readEnvironment,
  type Setting,
  text,
  wholeNumber,
} from './environment.ts';
export {
  grpcStatus,
  type InputProblem,
  type ProblemDocument,
  problemDocument,
  ServiceError,
  type ServiceErrorCode,
} from './error-codes.ts';
export { createHealth, type Health, type HealthServer, startHealth, stopServer } from './health.ts';
export { createLogger, type Logger, type LoggerOptions, type LogLevel, logLevels } from './logger.ts';
export { createMetrics, type Metrics } from './metrics.ts';
export { nodeVersionGuard, nodeVersionProblem } from './node-version.ts';
export { exitWhenParentGone } from './parent.ts';
