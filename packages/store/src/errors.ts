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
