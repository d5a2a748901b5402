import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BorrowedServer, NoServer, ServerSource } from './types.ts';

/**
 * Tests that need a server, which is opened before the first and closed after the last. Without any they are skipped,
 * saying why; under CI that is a failure.
 */
export function withServer<Server extends BorrowedServer>(
  name: string,
  source: ServerSource<Server> | NoServer,
  tests: (server: () => Server) => void,
): void {
  if (source.origin === null) {
    const inCi = process.env.CI === 'true';
    if (!inCi) console.warn(`SKIPPED for want of a server: ${name} (${source.description})`);
    test.skipIf(!inCi)(`${name}: a server to run on (${source.description})`, () => expect.fail(source.description));
    return;
  }
  describe(`${name} (${source.description})`, () => {
    let server: Server | undefined;
    beforeAll(async () => {
      server = await source.open();
    });
    afterAll(() => server?.close());
    tests(() => server ?? expect.fail('the server did not start'));
  });
}
