import { expect, test } from 'vitest';
import { recordingLogger } from '../conformance/log.ts';
import { StoreConflictError, StoreUnavailableError } from '../errors.ts';
import { isConnectionError } from './connection-errors.ts';
import { createRetry } from './retry.ts';

const refused = () => Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
const open = (limitMs: number, signal = new AbortController().signal) => {
  const logger = recordingLogger();
  return { logger, retry: createRetry({ logger, limitMs, signal }) };
};

test('errors of the connection are told from answers of the server', () => {
  const coded = (code: string) => Object.assign(new Error('x'), { code });
  for (const code of ['ECONNREFUSED', 'ECONNRESET', 'EAI_AGAIN', '57P01', '57P03', '08006', '40P01', '53300']) {
    expect(isConnectionError(coded(code)), code).toBe(true);
  }
  for (const code of ['23505', '42P01', '28P01', '3D000', '57014', 'ERR_INVALID_ARG_TYPE', '22003']) {
    expect(isConnectionError(coded(code)), code).toBe(false);
  }
  for (const message of [
    'Connection terminated unexpectedly',
    'Query read timeout',
    'timeout exceeded when trying to connect',
  ]) {
    expect(isConnectionError(new Error(message)), message).toBe(true);
  }
  expect(isConnectionError(new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')]))).toBe(true);
  expect(isConnectionError(new Error('run 3 cannot become running'))).toBe(false);
  expect(isConnectionError('ECONNREFUSED')).toBe(false);
});

test('a call is repeated until it is answered, and an outage makes two log lines however many calls it hits', async () => {
  const { logger, retry } = open(10_000);
  const call = () =>
    retry.persist(async (attempt) => {
      if (attempt < 4) throw refused();
      return attempt;
    });
  expect(await Promise.all([call(), call(), call()])).toEqual([4, 4, 4]);
  expect(logger.messages[0]).toBe('store does not answer, trying again');
  expect(logger.messages.filter((message) => message.endsWith('trying again')).length).toBeLessThanOrEqual(3);
  expect(logger.messages.at(-1)).toBe('store answers again');
});

test('answers that are errors are thrown at once', async () => {
  const { retry } = open(10_000);
  let calls = 0;
  const call = retry.persist(async () => {
    calls += 1;
    throw new StoreConflictError('no');
  });
  await expect(call).rejects.toThrow(StoreConflictError);
  expect(calls).toBe(1);
});

test('at the limit the error says how often and how long, and what came last', async () => {
  const { retry } = open(400);
  const call = retry.persist(() => Promise.reject(refused()));
  await expect(call).rejects.toMatchObject({
    code: 'STORE_UNAVAILABLE',
    attempts: expect.toSatisfy((attempts: number) => attempts >= 3 && attempts <= 6),
    cause: { code: 'ECONNREFUSED' },
  });
});

test('what must not be done twice is tried once', async () => {
  const { retry } = open(10_000);
  let calls = 0;
  const call = retry.once(async () => {
    calls += 1;
    throw refused();
  });
  await expect(call).rejects.toThrow(StoreUnavailableError);
  expect(calls).toBe(1);
});

test('aborting ends the waiting', async () => {
  const abort = new AbortController();
  const { retry } = open(Number.POSITIVE_INFINITY, abort.signal);
  const call = retry.persist(() => Promise.reject(refused()));
  setTimeout(() => abort.abort(), 100);
  await expect(call).rejects.toThrow(StoreUnavailableError);
});
