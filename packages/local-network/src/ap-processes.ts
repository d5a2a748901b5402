import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire, getCompileCacheDir } from 'node:module';
import type { Deployment } from '@vedetta/deployment';
import type { Logger } from '@vedetta/service-kit';

export interface ApProcessesOptions {
  readonly deployment: Deployment;
  readonly count: number;
  /** Path of the resolved scenario that every process reads. */
  readonly scenarioFile: string;
  readonly fusionAddress: string;
  readonly reportJitterMs: number;
  readonly logger: Logger;
  /** Told when a process ended by itself and is started again. */
  readonly onEnded?: ((ended: ApProcessEnd) => void) | undefined;
  /** Told every log record of a process. */
  readonly onRecord?: ((process: string, record: ApRecord) => void) | undefined;
}

/** A log record of an AP process: its message and fields. */
export interface ApRecord {
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface ApProcessEnd {
  readonly name: string;
  readonly accessPoints: readonly number[];
  /** `exit 1`, `SIGKILL`. */
  readonly how: string;
  /** The last thing it said that was not a log line. */
  readonly lastWords: string | null;
  readonly restartInMs: number;
}

export interface ApProcess {
  readonly name: string;
  readonly accessPoints: readonly number[];
  readonly pid: number | null;
  readonly restarts: number;
}

export interface ApProcesses {
  list(): readonly ApProcess[];
  close(): Promise<void>;
}

/** Deals receive APs, then transmit APs, like cards, so that every process gets its share of the work. */
export function dealAccessPoints(deployment: Deployment, count: number): number[][] {
  const hands: number[][] = Array.from({ length: Math.min(count, deployment.accessPoints.length) }, () => []);
  const deck = [...deployment.receiveAccessPoints, ...deployment.transmitAccessPoints];
  for (const [i, id] of deck.entries()) hands[i % hands.length].push(id);
  return hands.map((hand) => hand.sort((a, b) => a - b));
}

/** Starts the AP processes and keeps them running: one that dies is started again with a higher epoch, after a growing wait. */
export function startApProcesses(options: ApProcessesOptions): ApProcesses {
  const children = dealAccessPoints(options.deployment, options.count).map(
    (hand, i) => new Child(`ap-node-${i}`, hand, options),
  );
  return {
    list: () => children.map(({ name, accessPoints, pid, restarts }) => ({ name, accessPoints, pid, restarts })),
    async close() {
      await Promise.all(children.map((child) => child.close()));
    },
  };
}

/** An AP keeps little between slots: a small young generation costs no time and saves tens of megabytes. */
function nodeFlags({ accessPoints }: Deployment): string[] {
  // Statistics of links are kept for as long as there is room, and a thousand APs have a quarter of a million links.
  return ['--max-semi-space-size=4', `--max-old-space-size=${Math.max(256, accessPoints.length)}`];
}
/** glibc gives every thread an arena of its own otherwise; other systems ignore it. */
const memoryEnvironment = { MALLOC_ARENA_MAX: '2' };

const shortestWaitMs = 100;
const longestWaitMs = 3_000;
/** A process that lived this long is healthy again. */
const healthyMs = 5_000;
const graceMs = 3_000;

class Child {
  readonly name: string;
  readonly accessPoints: readonly number[];
  restarts = 0;
  readonly #options: ApProcessesOptions;
  #process: ChildProcess | null = null;
  #waitMs = shortestWaitMs;
  #timer: NodeJS.Timeout | null = null;
  #closing = false;
  #lastWords: string | null = null;

  constructor(name: string, accessPoints: readonly number[], options: ApProcessesOptions) {
    this.name = name;
    this.accessPoints = accessPoints;
    this.#options = options;
    this.#start();
  }

  get pid(): number | null {
    return this.#process?.pid ?? null;
  }

  #start(): void {
    const { deployment, scenarioFile, fusionAddress, reportJitterMs, logger, onEnded } = this.#options;
    const startedAt = performance.now();
    const child = spawn(process.execPath, [...nodeFlags(deployment), mainFile, '--ap', this.accessPoints.join(',')], {
      stdio: ['pipe', 'ignore', 'pipe'],
      env: {
        ...memoryEnvironment,
        ...process.env,
        ...compileCache(),
        VEDETTA_SCENARIO: scenarioFile,
        VEDETTA_FUSION: fusionAddress,
        VEDETTA_NODE_NAME: this.name,
        VEDETTA_EPOCH: String(this.restarts + 1),
        VEDETTA_REPORT_JITTER_MS: String(reportJitterMs),
        VEDETTA_EXIT_WITH_PARENT: '1',
        // Of this process, not of its children.
        VEDETTA_REGISTRY: '',
        VEDETTA_METRICS_PORT: '',
      },
    });
    this.#process = child;
    child.stderr?.on('data', (chunk: Buffer) => this.#hear(chunk.toString('utf8')));
    child.stdin?.on('error', () => {});
    child.once('error', (error) => logger.error({ process: this.name, err: error }, 'AP process could not be started'));
    child.once('exit', (exitCode, exitSignal) => {
      this.#process = null;
      if (this.#closing) return;
      if (performance.now() - startedAt > healthyMs) this.#waitMs = shortestWaitMs;
      logger.warn(
        { process: this.name, exitCode, exitSignal, restart_ms: this.#waitMs },
        'AP process ended, starting it again',
      );
      onEnded?.({
        name: this.name,
        accessPoints: this.accessPoints,
        how: exitSignal ?? `exit ${exitCode}`,
        lastWords: this.#lastWords,
        restartInMs: this.#waitMs,
      });
      this.#timer = setTimeout(() => {
        this.restarts++;
        this.#start();
      }, this.#waitMs);
      this.#waitMs = Math.min(2 * this.#waitMs, longestWaitMs);
    });
  }

  /** Lines that are JSON are the child's own log and go on as they are; anything else is told as what it is. */
  #hear(text: string): void {
    const { logger, onRecord } = this.#options;
    for (const line of text.split('\n')) {
      if (line.trim() === '') continue;
      if (line.startsWith('{')) forwardRecord(line, this.name, logger, onRecord);
      else {
        this.#lastWords = moreTelling(this.#lastWords, line);
        logger.warn({ process: this.name, line: line.slice(0, 500) }, 'AP process says');
      }
    }
  }

  async close(): Promise<void> {
    this.#closing = true;
    if (this.#timer) clearTimeout(this.#timer);
    const child = this.#process;
    if (child === null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.stdin?.end();
    const kill = setTimeout(() => child.kill('SIGKILL'), graceMs);
    await ended;
    clearTimeout(kill);
  }
}

const mainFile = createRequire(import.meta.url).resolve('@vedetta/ap-node/main');

function forwardRecord(line: string, name: string, logger: Logger, onRecord: ApProcessesOptions['onRecord']): void {
  try {
    const { level, msg, time: _time, pid: _pid, hostname: _hostname, name: _name, ...fields } = JSON.parse(line);
    const method = level >= 50 ? 'error' : level >= 40 ? 'warn' : level >= 30 ? 'info' : 'debug';
    logger[method]({ process: name, ...fields }, String(msg));
    onRecord?.(name, { message: String(msg), fields });
  } catch {
    logger.warn({ process: name, line: line.slice(0, 500) }, 'AP process says');
  }
}

/** AP processes read the modules that this process, or an earlier start, has compiled. */
function compileCache(): { NODE_COMPILE_CACHE?: string } {
  const folder = getCompileCacheDir();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder };
}

/** Of what a dying process says, the line that names the error; else the last one. */
function moreTelling(before: string | null, line: string): string {
  const names = (text: string) => /^\w*Error\b.*: /.test(text);
  return before !== null && names(before) && !names(line) ? before : line.slice(0, 300);
}
