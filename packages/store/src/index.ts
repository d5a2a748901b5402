export { type Embedded, type EmbeddedOptions, openEmbedded } from './embedded/open-embedded.ts';
export { BadCursorError, FolderInUseError, StoreConflictError, StoreFormatError, UnknownRunError } from './errors.ts';
export type { StoreLogger } from './logger.ts';
export type * from './types.ts';
