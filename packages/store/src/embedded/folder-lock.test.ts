import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderInUseError } from '../errors.ts';
import { lockFolder } from './folder-lock.ts';
import { ownIdentity } from './process-identity.ts';

let folder: string;
const lockFile = () => join(folder, 'vedetta.lock');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vedetta-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The pid of a process that is gone. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

test('a folder is held by one owner at a time, and given back on release', async () => {
  const lock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(FolderInUseError);
  lock.release();
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
  (await lockFolder(folder)).release();
});

test('the lock of a live process is refused, however old it is, naming process and folder', async () => {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
  try {
    writeFileSync(lockFile(), JSON.stringify({ pid: child.pid, started: null }));
    utimesSync(lockFile(), 0, 0);
    const refusal = lockFolder(folder);
    await expect(refusal).rejects.toMatchObject({ code: 'FOLDER_IN_USE', pid: child.pid, folder });
    await expect(refusal).rejects.toThrow(`${folder} is in use by process ${child.pid}`);
  } finally {
    child.kill('SIGKILL');
  }
});

test('the lock of a dead process is taken over', async () => {
  writeFileSync(lockFile(), JSON.stringify({ pid: await deadPid(), started: 'boot/1' }));
  const lock = await lockFolder(folder);
  expect(readdirSync(folder)).toEqual(['vedetta.lock']);
  lock.release();
});

test('a pid that was used again does not count as the old owner', async () => {
  writeFileSync(lockFile(), JSON.stringify({ ...ownIdentity(), started: 'another-boot/17' }));
  (await lockFolder(folder)).release();
});

test('an empty lock file, left by a death between creating and writing, is taken over', async () => {
  writeFileSync(lockFile(), '');
  (await lockFolder(folder)).release();
});

test('of many processes that find a dead owner exactly one takes over', async () => {
  writeFileSync(lockFile(), JSON.stringify({ pid: await deadPid(), started: null }));
  const module = new URL('./folder-lock.ts', import.meta.url).href;
  const script = `const { lockFolder } = await import(${JSON.stringify(module)});
    try { await lockFolder(${JSON.stringify(folder)}); console.log('mine'); await new Promise((r) => setTimeout(r, 60000)); }
    catch (error) { console.log(error.code); }`;
  const children = Array.from({ length: 4 }, () => spawn(process.execPath, ['--input-type=module', '-e', script]));
  try {
    const words = await Promise.all(
      children.map(async (child) => String((await once(child.stdout, 'data'))[0]).trim()),
    );
    expect(words.sort()).toEqual(['FOLDER_IN_USE', 'FOLDER_IN_USE', 'FOLDER_IN_USE', 'mine']);
    expect(existsSync(lockFile())).toBe(true);
  } finally {
    for (const child of children) child.kill('SIGKILL');
  }
});
