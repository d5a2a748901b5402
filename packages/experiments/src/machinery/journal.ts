import { appendFile, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Row } from './experiment.ts';

/** A finished unit of work. */
export interface Finished {
  readonly key: string;
  readonly point: string;
  readonly unit: number;
  /** Wall time it took, for the estimate of what is left. */
  readonly seconds: number;
  readonly rows: readonly Row[];
}

/** The finished units of an experiment, one JSON line each; what is in here survives Ctrl-C and kill -9. */
export interface Journal {
  readonly finished: ReadonlyMap<string, Finished>;
  add(finished: Finished): Promise<void>;
}

export const journalName = 'units.jsonl';

/** @param startNew  forget what was finished. */
export async function openJournal(folder: string, startNew: boolean): Promise<Journal> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, journalName);
  if (startNew) await rm(path, { force: true });
  const text = await readFile(path, 'utf8').catch(() => '');
  const finished = new Map<string, Finished>();
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  for (const line of whole.split('\n')) {
    const entry = parse(line);
    if (entry !== null) finished.set(entry.key, entry);
  }
  // The last line of a process that was killed while writing would otherwise swallow the next one.
  if (whole.length < text.length) await truncate(path, Buffer.byteLength(whole));
  return {
    finished,
    async add(entry) {
      await appendFile(path, `${JSON.stringify(entry)}\n`);
      finished.set(entry.key, entry);
    },
  };
}

function parse(line: string): Finished | null {
  if (line === '') return null;
  try {
    const entry = JSON.parse(line);
    return typeof entry.key === 'string' && Array.isArray(entry.rows) ? entry : null;
  } catch {
    return null;
  }
}

async function truncate(path: string, length: number): Promise<void> {
  const file = await open(path, 'r+');
  await file.truncate(length);
  await file.close();
}
