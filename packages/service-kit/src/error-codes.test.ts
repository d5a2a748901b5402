import { status } from '@grpc/grpc-js';
import { expect, it } from 'vitest';
import { grpcStatus, problemDocument, ServiceError } from './error-codes.ts';

it('an error with a code has one meaning on gRPC and one on HTTP', () => {
  const error = new ServiceError('INVALID_INPUT', 'limit is too large', [{ path: 'limit', message: 'at most 1000' }]);
  expect(grpcStatus(error)).toEqual({ code: status.INVALID_ARGUMENT, details: 'limit is too large' });
  expect(problemDocument(error)).toEqual({
    type: 'urn:vedetta:problem:invalid-input',
    title: 'Invalid input',
    status: 400,
    detail: 'limit is too large',
    errors: [{ path: 'limit', message: 'at most 1000' }],
  });
});

it('an unexpected error tells the outside nothing about itself', () => {
  const error = new TypeError('secret of the inside');
  expect(grpcStatus(error).code).toBe(status.INTERNAL);
  expect(problemDocument(error).status).toBe(500);
  expect(JSON.stringify([grpcStatus(error), problemDocument(error)])).not.toContain('secret');
});
