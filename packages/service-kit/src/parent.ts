import type { Readable } from 'node:stream';

/**
 * For children of a process on the same machine: calls `gone` once when the parent's end of our standard input closes,
 * however the parent ended. Nothing is read from it otherwise. The terminal's SIGINT goes to the whole process group:
 * it is ignored here, because the parent decides when its children stop.
 *
 * @returns stops watching.
 */
export function exitWhenParentGone(gone: () => void, input: Readable = process.stdin): () => void {
  const ignore = (): void => {};
  let told = false;
  const once = (): void => {
    if (told) return;
    told = true;
    gone();
  };
  process.on('SIGINT', ignore);
  input.on('end', once).on('close', once).on('error', once).resume();
  return () => {
    told = true;
    process.off('SIGINT', ignore);
    input.off('end', once).off('close', once).pause();
  };
}
