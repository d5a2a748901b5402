/**
 * Writes src/generated from proto/vedetta/v1, or with `--check` fails when what is committed is stale.
 *
 *   node packages/fronthaul/scripts/generate.ts [--check]
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const protoRoot = join(import.meta.dirname, '../../../proto');
const generated = join(import.meta.dirname, '../src/generated');
const outputs = ['messages.js', 'messages.d.ts'];
const pbjs = createRequire(import.meta.url).resolve('protobufjs-cli/bin/pbjs');

function generateInto(folder: string): void {
  const sources = ['vedetta/v1/fronthaul.proto', 'vedetta/v1/air.proto', 'vedetta/v1/registry.proto'].map((path) =>
    join(protoRoot, path),
  );
  const flags = ['--no-verify', '--no-convert', '--no-delimited', '--no-typeurl', '--no-service', '--no-create'];
  execFileSync(
    process.execPath,
    // prettier-ignore
    [
      pbjs,
      '-t',
      'static-module',
      '-w',
      'esm',
      '--dts',
      '--dependency',
      'protobufjs/minimal.js',
      ...flags,
      '-p',
      protoRoot,
      '-o',
      join(folder, 'messages.js'),
      ...sources,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
}

function isCurrent(folder: string): boolean {
  return outputs.every((name) => {
    try {
      return readFileSync(join(folder, name), 'utf8') === readFileSync(join(generated, name), 'utf8');
    } catch {
      return false;
    }
  });
}

if (process.argv.includes('--check')) {
  const scratch = mkdtempSync(join(tmpdir(), 'vedetta-proto-'));
  try {
    generateInto(scratch);
    if (!isCurrent(scratch)) {
      process.stderr.write('packages/fronthaul/src/generated is stale: run npm run proto\n');
      process.exitCode = 1;
    }
  } finally {
    rmSync(scratch, { recursive: true });
  }
} else {
  generateInto(generated);
}
