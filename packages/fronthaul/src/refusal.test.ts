import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { status } from '@grpc/grpc-js';
import { expect, it } from 'vitest';
import { isRetryable, type RefusalCode, refusalCodes, refusalError, refusalOf } from './refusal.ts';

it('the refusals that the proto file lists are those of the code, with the same status and the same hope', () => {
  const proto = readFileSync(join(import.meta.dirname, '../../../proto/vedetta/v1/fronthaul.proto'), 'utf8');
  const listed = [...proto.matchAll(/^ {2}\/\/ {3}([A-Z_]+) +([A-Z_]+) {2,}(never|later|after)/gm)];
  expect(listed.map(([, code]) => code)).toEqual(refusalCodes);
  for (const [, code, name, hope] of listed) {
    const error = refusalError({ code: code as RefusalCode, reason: 'because' });
    expect(status[error.code], code).toBe(name);
    expect(isRetryable(code as RefusalCode), code).toBe(hope !== 'never');
    expect(refusalOf(error)).toEqual({ code, reason: 'because' });
  }
});

it('a status without the trailer, or with one from a later version, is no refusal', () => {
  const known = refusalError({ code: 'STALE_RUN', reason: 'r' });
  known.metadata.set('vedetta-refusal', 'toString');
  expect(refusalOf(known)).toBe(null);
  known.metadata.remove('vedetta-refusal');
  expect(refusalOf(known)).toBe(null);
});
