import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What has to be the same wherever units of one result are computed. */
export interface Code {
  /** For people: `0.1.0 (Node 24.21.0, source 1a2b3c4d5e6f)`. */
  readonly label: string;
  /** For machines. */
  readonly id: string;
}

const packagesFolder = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * The program's version, its Node, and a hash of every source line, preset and pinned dependency of the packages: experiments, their parameters
 * and what computes them. A version alone would not tell two states of a working copy apart.
 */
export function codeOf(version: string): Code {
  const source = digest(...sourceFiles().map((file) => `${file}\n${readFileSync(join(packagesFolder, file), 'utf8')}`));
  const { node } = process.versions;
  return { label: `${version} (Node ${node}, source ${source})`, id: digest(version, node, source) };
}

function sourceFiles(): string[] {
  const files: string[] = [];
  for (const name of readdirSync(packagesFolder)) {
    files.push(`${name}/package.json`);
    for (const folder of [`${name}/src`, `${name}/presets`]) files.push(...filesIn(folder));
  }
  return files.filter((file) => /\.(ts|js|json|yaml)$/.test(file) && !file.endsWith('.test.ts')).sort();
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(join(packagesFolder, folder), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file}`,
    );
  } catch {
    return [];
  }
}

function digest(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 12);
}
