import { hostname } from 'node:os';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { closeWithin } from './closing.ts';
import type { commonSettings } from './common-settings.ts';
import {
  type Environment,
  EnvironmentError,
  type EnvironmentProblem,
  readEnvironment,
  type Settings,
  type Values,
} from './environment.ts';
import { createLogger, type Logger } from './logger.ts';
import { startMetricsServer } from './metrics-server.ts';
import { nodeVersionGuard } from './node-version.ts';
import { exitWhenParentGone } from './parent.ts';

/** What every service has, whatever else it does. */
type ServiceSettings = Settings &
  Pick<typeof commonSettings, 'VEDETTA_LOG_LEVEL' | 'VEDETTA_HOST' | 'VEDETTA_METRICS_PORT' | 'VEDETTA_NODE_NAME'>;

export interface ServiceContext {
  /** Unique among the processes of a network. */
  readonly nodeName: string;
  readonly logger: Logger;
  readonly registry: Registry;
  /** Aborts when the process is told to stop, also while it is still starting. */
  readonly stopping: AbortSignal;
}

export interface RunningService {
  /** Rejects when the service cannot go on. */
  readonly failed?: Promise<never>;
  close(): Promise<unknown>;
}

export interface Service<S extends ServiceSettings> {
  readonly name: string;
  readonly settings: S;
  /** What no setting can say alone. */
  check?(env: Environment): readonly EnvironmentProblem[];
  /** True for a child of a process on the same machine: it ends with its parent, and the terminal's SIGINT is the parent's. */
  parent?(config: Values<S>): boolean;
  start(config: Values<S>, context: ServiceContext): Promise<RunningService>;
}

/** Of the ten seconds that a container has, three are left to a loop that is slow to hear of it. */
const closeMs = 7_000;
/** Errors by `code` that are the caller's to correct, like a wrong setting. */
const misconfigured = new Set([
  'CONFIG',
  'SCENARIO_INVALID',
  'STORE_CONFLICT',
  'STORE_FORMAT',
  'PORT_IN_USE',
  'PORT_REFUSED',
  'EADDRINUSE',
  'EADDRNOTAVAIL',
  'EACCES',
  'REFUSED',
  'SERVER_URL',
]);

/**
 * Runs one service as this process: settings from the environment (all problems at once, exit code 2), log, metrics,
 * and a graceful stop at SIGTERM or SIGINT that takes less than ten seconds. A second signal ends it at once.
 */
export async function runService<const S extends ServiceSettings>(
  service: Service<S>,
  env: Environment = process.env,
): Promise<never> {
  nodeVersionGuard();
  const config = readOrExit(service, env);
  const common = config as Values<ServiceSettings>;
  const nodeName = common.VEDETTA_NODE_NAME ?? `${service.name}-${hostname()}-${process.pid}`;
  const logger = createLogger({ name: nodeName, level: common.VEDETTA_LOG_LEVEL });
  const registry = new Registry();
  const stop = new AbortController();
  const onSignal = (signal: NodeJS.Signals) => {
    if (stop.signal.aborted) process.exit(130);
    logger.info({ signal }, 'stopping');
    stop.abort(new Error(`stopped by ${signal}`));
  };
  process.on('SIGTERM', onSignal);
  if (service.parent?.(config)) exitWhenParentGone(() => stop.abort(new Error('the parent has gone')));
  else {
    process.on('SIGINT', onSignal);
    collectDefaultMetrics({ register: registry, prefix: 'vedetta_' });
  }
  let code = 0;
  let serving = false;
  try {
    if (common.VEDETTA_METRICS_PORT !== null) {
      const isServing = () => serving;
      const { VEDETTA_HOST: host, VEDETTA_METRICS_PORT: port } = common;
      const metrics = await startMetricsServer({ host, port, registry, isServing });
      logger.info({ host, port: metrics.port }, 'metrics served');
    }
    const running = await service.start(config, { nodeName, logger, registry, stopping: stop.signal });
    serving = true;
    logger.info({}, 'service started');
    await Promise.race([aborted(stop.signal), running.failed ?? never]).catch((error) => {
      code = tell(service.name, logger, error);
    });
    serving = false;
    const { closed, error } = await closeWithin(closeMs, running.close());
    if (!closed) logger.warn({ err: error }, 'not everything closed in time');
  } catch (error) {
    if (!stop.signal.aborted) code = tell(service.name, logger, error);
  }
  logger.info({ code }, 'service ended');
  process.exit(code);
}

function readOrExit<S extends ServiceSettings>(service: Service<S>, env: Environment): Values<S> {
  try {
    return readEnvironment(service.settings, env, service.check);
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    process.stderr.write(`${service.name} cannot start:\n${error.message.replaceAll(/^/gm, '  ')}\n`);
    process.exit(2);
  }
}

/** Says why the service ends. @returns the exit code. */
function tell(name: string, logger: Logger, error: unknown): number {
  const { code = '', message } = error as { code?: string; message?: string };
  if (!misconfigured.has(code)) {
    logger.fatal({ err: error }, 'service failed');
    return 1;
  }
  process.stderr.write(`${name}: ${message}\n`);
  return 2;
}

const never = new Promise<never>(() => {});

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
