import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionError, FastifyReply, FastifyRequest } from 'fastify';
import { invalidRequest, ProblemError, problemMediaType } from './problem.ts';

/** Every error → one problem document. */

export const MAX_URL_BYTES = 8 * 1024;
export const MAX_BODY_BYTES = 64 * 1024;

export function urlTooLong(): ProblemError {
  return new ProblemError('URI_TOO_LONG', `an address may have ${MAX_URL_BYTES} bytes, query included`);
}

function bodyTooLarge(): ProblemError {
  return new ProblemError('BODY_TOO_LARGE', `a body may have ${MAX_BODY_BYTES} bytes`);
}

/** The problem that an error is told as; what is not known here is INTERNAL and says nothing of the inside. */
export function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const { code = '', message = '', statusCode } = error as { code?: string; message?: string; statusCode?: number };
  if (code === 'STORE_CONFLICT') return new ProblemError('CONFLICT', message, { cause: error });
  if (code === 'STORE_UNAVAILABLE') {
    return new ProblemError('STORE_UNAVAILABLE', 'the store does not answer; ask again later', {
      cause: error,
      headers: { 'retry-after': '2' },
    });
  }
  if (code === 'PACE_NEEDED') return invalidRequest([{ path: 'pace', message: message.replace(/^pace /, '') }]);
  if (code === 'UNKNOWN_RUN') return new ProblemError('NOT_FOUND', message, { cause: error });
  if (code === 'BAD_CURSOR') return invalidRequest([{ path: 'cursor', message: `is refused: ${message}` }]);
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return bodyTooLarge();
  if (code === 'FST_ERR_MAX_PARAM_LENGTH' || statusCode === 414) return urlTooLong();
  if (statusCode === 415) {
    return new ProblemError('UNSUPPORTED_MEDIA_TYPE', 'send the body with content-type: application/json');
  }
  if (statusCode === 429) return new ProblemError('TOO_MANY_REQUESTS', message);
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new ProblemError('INVALID_REQUEST', message, { cause: error });
  }
  return new ProblemError('INTERNAL', 'the gateway could not answer; its log says why', { cause: error });
}

export function sendProblem(reply: FastifyReply, problem: ProblemError): FastifyReply {
  return reply
    .code(problem.statusCode)
    .headers(problem.headers)
    .header('content-type', problemMediaType)
    .header('cache-control', 'no-store')
    .serializer((payload: unknown) => payload as string)
    .send(JSON.stringify(problem.document));
}

export function handleError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(error);
  if (problem.code === 'INTERNAL') request.log.error({ err: error, route: request.routeOptions.url }, 'request failed');
  return sendProblem(reply, problem);
}

/** What Node's parser refuses before there is a request: answered by hand, then the connection ends. */
export function handleClientError(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) return void socket.destroy(error);
  const { document } = clientProblem(error);
  const body = JSON.stringify(document);
  socket.end(
    [
      `HTTP/1.1 ${document.status} ${STATUS_CODES[document.status]}`,
      `content-type: ${problemMediaType}`,
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

function clientProblem(error: ConnectionError): ProblemError {
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return new ProblemError('REQUEST_TIMEOUT', 'the request took too long to arrive');
  }
  if (error.code !== 'HPE_HEADER_OVERFLOW')
    return new ProblemError('INVALID_REQUEST', 'this is not a request of HTTP/1.1 with a method known here');
  const packet = error.rawPacket as unknown as Buffer | undefined;
  const start = packet?.subarray(0, MAX_URL_BYTES).toString('latin1') ?? '';
  const endlessLine = start.length === MAX_URL_BYTES && /^[A-Z]+ \//.test(start) && !start.includes('\n');
  return endlessLine ? urlTooLong() : new ProblemError('HEADERS_TOO_LARGE', 'the header fields may have 32768 bytes');
}
