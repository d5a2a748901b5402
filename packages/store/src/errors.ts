/** What is stored contradicts what is asked: another scenario, an impossible run status. */
export class StoreConflictError extends Error {
  override readonly name = 'StoreConflictError';
  readonly code = 'STORE_CONFLICT';
}

export class UnknownRunError extends Error {
  override readonly name = 'UnknownRunError';
  readonly code = 'UNKNOWN_RUN';
  readonly run: number;

  constructor(run: number) {
    super(`there is no run ${run}`);
    this.run = run;
  }
}

/** A cursor that this store did not hand out for this list. */
export class BadCursorError extends Error {
  override readonly name = 'BadCursorError';
  readonly code = 'BAD_CURSOR';
  readonly cursor: string;

  constructor(cursor: string, why: string) {
    super(`the cursor is not valid here: ${why}`);
    this.cursor = cursor;
  }
}

/** Another live process owns the data folder. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
  readonly code = 'FOLDER_IN_USE';
  readonly folder: string;
  readonly pid: number;

  constructor(folder: string, pid: number) {
    super(
      `the data folder ${folder} is in use by process ${pid}: stop that process (its port answers until then), or name another folder`,
    );
    this.folder = folder;
    this.pid = pid;
  }
}

/** The data folder cannot be used by this version. */
export class StoreFormatError extends Error {
  override readonly name = 'StoreFormatError';
  readonly code = 'STORE_FORMAT';
}

/** Another process holds the lease that was to guard a write; nothing was written. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError';
  readonly code = 'LEASE_LOST';
  readonly lease: string;
  readonly fence: number;

  constructor(lease: string, fence: number) {
    super(`fence ${fence} of the lease "${lease}" is not current any more`);
    this.lease = lease;
    this.fence = fence;
  }
}

/** The store's server did not answer, in spite of all attempts. What was asked may or may not have been done. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
  readonly code = 'STORE_UNAVAILABLE';
  readonly attempts: number;
  readonly waitedMs: number;

  constructor(attempts: number, waitedMs: number, cause: unknown) {
    super(`the store did not answer, ${attempts} attempts in ${Math.round(waitedMs)} ms: ${messageOf(cause)}`, {
      cause,
    });
    this.attempts = attempts;
    this.waitedMs = waitedMs;
  }
}

/** The queue's server did not answer. What was asked may or may not have been done; to ask again does no harm. */
export class QueueUnavailableError extends Error {
  override readonly name = 'QueueUnavailableError';
  readonly code = 'QUEUE_UNAVAILABLE';

  constructor(cause: unknown) {
    super(`the queue did not answer: ${messageOf(cause)}`, { cause });
  }
}

/** The address of a store or queue is none that is understood here. */
export class ServerUrlError extends Error {
  override readonly name = 'ServerUrlError';
  readonly code = 'SERVER_URL';
}

export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(messageOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}
