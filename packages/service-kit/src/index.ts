export { advertisedEndpoint } from './advertised.ts';
export { type Announcer, type AnnouncerOptions, keepAnnouncing } from './announcer.ts';
export { type Backoff, createBackoff } from './backoff.ts';
export { closeWithin, disposable } from './closing.ts';
export { commonSettings, portSetting } from './common-settings.ts';
export {
  documented,
  type Environment,
  EnvironmentError,
  type EnvironmentProblem,
  flag,
  hostPort,
  listOf,
  oneOf,
  optional,
  positiveNumber,
  readEnvironment,
  type Setting,
  type Settings,
  text,
  url,
  type Values,
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
export { type MetricsServer, startMetricsServer } from './metrics-server.ts';
export { nodeVersionGuard, nodeVersionProblem } from './node-version.ts';
export { exitWhenParentGone } from './parent.ts';
export { type RunningService, runService, type Service, type ServiceContext } from './run-service.ts';
export { packageVersion } from './version.ts';
