import type { BackendClasses, IQueueBackend, JobsOptions, WorkerOptions } from 'bullmq';
import { messageOf, QueueUnavailableError } from '../errors.ts';
import type { FrameQueue } from '../interfaces.ts';
import type { StoreLogger } from '../logger.ts';
import type { FrameJob } from '../records.ts';
import { within } from '../within.ts';
import { retryDelayMs } from './backoff.ts';

/** BullMQ's classes bound to a backend, and how to reach it. */
export interface BullmqEngine<B extends IQueueBackend, C> {
  readonly classes: BackendClasses<B, C>;
  /** For commands, which fail when there is no answer. */
  readonly connection: C;
  /** For the consumer, which waits; the same by default. */
  consumerConnection?(): C;
  /** Whether an error says that the server is away. The engine logs outages itself. */
  isUnavailable?(error: unknown): boolean;
  /** Ends what is left of the connections. */
  release?(): Promise<void>;
}

export interface BullmqFrameQueueOptions {
  readonly logger: StoreLogger;
  readonly name?: string;
  /** How long `close` waits for a running handler. */
  readonly closeTimeoutMs?: number;
}

const DEFAULT_NAME = 'frames';
/** As often as a 32-bit column can say: neither failures nor stalls lose a frame. */
const WITHOUT_LIMIT = 2_000_000_000;
const EVENTS_KEPT = 256;

const jobOptions: JobsOptions = {
  attempts: WITHOUT_LIMIT,
  backoff: { type: 'bounded' },
  removeOnComplete: true,
  removeOnFail: true,
  stackTraceLimit: 1,
};

/** BullMQ wants ids that are no integers and hold no colon. */
export function frameJobId({ run, frame }: FrameJob): string {
  return `run${run}-frame${frame}`;
}

export function createBullmqFrameQueue<B extends IQueueBackend, C>(
  engine: BullmqEngine<B, C>,
  { logger, name = DEFAULT_NAME, closeTimeoutMs = 5000 }: BullmqFrameQueueOptions,
): FrameQueue {
  const isUnavailable = (error: unknown) => engine.isUnavailable?.(error) ?? false;
  const warn = (error: Error, message: string) => {
    if (!isUnavailable(error)) logger.warn({ queue: name, error: error.message }, message);
  };
  const queue = openQueue(engine, name);
  queue.on('error', (error) => warn(error, 'queue error'));
  const closing = new AbortController();
  let worker: ReturnType<typeof openWorker<B, C>> | null = null;
  let closed: Promise<void> | null = null;

  const ask = async <T>(command: () => Promise<T>): Promise<T> => {
    try {
      return await command();
    } catch (error) {
      throw isUnavailable(error) ? new QueueUnavailableError(error) : error;
    }
  };
  const close = async () => {
    closing.abort();
    if (worker !== null && !(await within(worker.close(), closeTimeoutMs))) {
      logger.warn({ queue: name, waitedMs: closeTimeoutMs }, 'queue worker did not end in time');
    }
    if (!(await within(queue.close(), closeTimeoutMs))) logger.warn({ queue: name }, 'queue did not close in time');
    await engine.release?.();
  };

  return {
    async enqueue(job) {
      const options = { ...jobOptions, jobId: frameJobId(job) };
      await ask(() => queue.add('frame', { run: job.run, frame: job.frame }, options));
    },
    consume(handler, concurrency = 1) {
      if (worker !== null) throw new Error('a frame queue has one consumer');
      worker = openWorker(engine, name, concurrency, (job) => handler(job, closing.signal));
      worker.on('error', (error) => warn(error, 'queue worker error'));
      worker.on('failed', (job, error) =>
        logger.warn({ ...job?.data, attempts: job?.attemptsMade, error: error.message }, 'frame failed, goes back'),
      );
      worker.on('stalled', (job) => logger.warn({ queue: name, job }, 'frame stalled, goes back'));
    },
    discard: (run) =>
      ask(async () => {
        const waiting = await queue.getJobs(['waiting', 'delayed', 'prioritized']);
        const ours = waiting.filter((job) => job?.data.run === run);
        await Promise.all(ours.map((job) => job.remove().catch(unlessActive)));
      }),
    close() {
      closed ??= close();
      return closed;
    },
  };
}

/** A job that a worker took meanwhile does not wait any more. */
function unlessActive(error: unknown): void {
  if (!/locked/.test(messageOf(error))) throw error;
}

/** Forgets every job. For an engine with one owner, who has just come: what is undecided is enqueued again. */
export async function obliterateFrames<B extends IQueueBackend, C>(
  engine: BullmqEngine<B, C>,
  logger: StoreLogger,
  name = DEFAULT_NAME,
): Promise<void> {
  const queue = openQueue(engine, name);
  queue.on('error', (error) => logger.warn({ queue: name, error: error.message }, 'queue error'));
  await queue.pause();
  await queue.obliterate({ force: true });
  await queue.close();
}

function openQueue<B extends IQueueBackend, C>({ connection, classes }: BullmqEngine<B, C>, name: string) {
  return new classes.Queue<FrameJob>(name, { connection, streams: { events: { maxLen: EVENTS_KEPT } } });
}

function openWorker<B extends IQueueBackend, C>(
  engine: BullmqEngine<B, C>,
  name: string,
  concurrency: number,
  handler: (job: FrameJob) => Promise<void>,
) {
  const options: WorkerOptions<C> = {
    connection: engine.consumerConnection?.() ?? engine.connection,
    concurrency,
    lockDuration: 5000,
    stalledInterval: 2000,
    maxStalledCount: WITHOUT_LIMIT,
    runRetryDelay: 1000,
    settings: { backoffStrategy: retryDelayMs },
  };
  return new engine.classes.Worker<FrameJob>(name, ({ data }) => handler(data), options);
}
