import { readEvents, type ServerSentEvent } from './event-source.ts';

/** The gateway said no, or nobody said anything. `exitCode` is 2 where the question was wrong, else 1. */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';
  readonly code = 'GATEWAY';
  readonly exitCode: number;
  /** HTTP status; null when there was no answer. */
  readonly status: number | null;

  constructor(message: string, status: number | null, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
    this.exitCode = status === 400 ? 2 : 1;
  }
}

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

const ANSWER_MS = 30_000;

/** Asks a running network over REST. */
export class GatewayClient {
  readonly #base: URL;

  /** @throws {GatewayError} if `base` is not an http address */
  constructor(base: string) {
    const url = URL.canParse(base) ? new URL(base) : null;
    if (!url || !/^https?:$/.test(url.protocol)) {
      throw new GatewayError(`--url is '${base}'; an address such as http://127.0.0.1:8080 is needed`, 400);
    }
    if (!url.pathname.endsWith('/')) url.pathname += '/';
    this.#base = url;
  }

  async get<Answer>(path: string, query: Query = {}): Promise<Answer> {
    const response = await this.#fetch(path, query, { accept: 'application/json' }, AbortSignal.timeout(ANSWER_MS));
    try {
      return (await response.json()) as Answer;
    } catch (error) {
      throw this.#stranger(response, error);
    }
  }

  /** Opens a stream of server-sent events; resolves when the gateway has accepted it. Breaks are GatewayErrors. */
  async events(
    path: string,
    query: Query,
    lastEventId: string,
    signal: AbortSignal,
  ): Promise<AsyncGenerator<ServerSentEvent>> {
    const headers: Record<string, string> = { accept: 'text/event-stream' };
    if (lastEventId) headers['last-event-id'] = lastEventId;
    const response = await this.#fetch(path, query, headers, signal);
    if (!response.body || !response.headers.get('content-type')?.startsWith('text/event-stream')) {
      throw this.#stranger(response);
    }
    return readEvents(this.#untilItBreaks(response.body));
  }

  async #fetch(path: string, query: Query, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
    const url = new URL(path.replace(/^\//, ''), this.#base);
    for (const [key, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(key, String(value));
    }
    let response: Response;
    try {
      response = await fetch(url, { headers, signal });
    } catch (error) {
      throw this.#silence(error);
    }
    if (!response.ok) throw await this.#refusal(response);
    return response;
  }

  async *#untilItBreaks(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    try {
      yield* body;
    } catch (error) {
      throw new GatewayError(`the connection to ${this.#base.origin} broke`, null, { cause: error });
    }
  }

  #silence(error: unknown): GatewayError {
    const { name, cause } = error as { name?: string; cause?: { code?: string; message?: string } };
    const { origin } = this.#base;
    if (name === 'TimeoutError') {
      return new GatewayError(`${origin} did not answer within ${ANSWER_MS / 1000} s`, null, { cause: error });
    }
    const why =
      cause?.code === 'ECONNREFUSED' ? 'nothing listens at' : `no connection (${cause?.code ?? cause?.message}) to`;
    const advice = 'start the network with `npm start`, or say where it is with --url or VEDETTA_URL';
    return new GatewayError(`${why} ${origin}: ${advice}`, null, { cause: error });
  }

  async #refusal(response: Response): Promise<GatewayError> {
    if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return this.#stranger(response);
    const problem = (await response.json()) as { detail: string; errors?: { path: string; message: string }[] };
    const lines = problem.errors?.map(({ path, message }) => `${optionOf(path)} ${message}`) ?? [problem.detail];
    return new GatewayError(lines.join('\n'), response.status);
  }

  #stranger(response: Response, cause?: unknown): GatewayError {
    const what = `${this.#base.origin} answers ${response.status}, but not as a Vedetta gateway does`;
    return new GatewayError(`${what}: say where the network is with --url or VEDETTA_URL`, response.status || null, {
      cause,
    });
  }
}

/** The command line's name of a query key: `maxPValue` → `--max-p-value`. */
function optionOf(key: string): string {
  return `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
