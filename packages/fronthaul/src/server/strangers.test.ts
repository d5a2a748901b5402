import { once } from 'node:events';
import { connect } from 'node:net';
import { Client, credentials } from '@grpc/grpc-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { airService } from '../definition.ts';
import { link, rawPeer, startHub, type TestHub, until } from '../test-support.ts';

const preface = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';

/** Sends bytes, ends, and waits until the connection is gone. */
async function throwAt(hub: TestHub, bytes: Uint8Array): Promise<void> {
  const socket = connect(hub.port, '127.0.0.1');
  socket.on('error', () => {}).resume();
  socket.end(bytes);
  await once(socket, 'close');
}

async function expectService(hub: TestHub): Promise<void> {
  hub.startRun({ run: 1, seed: 0 });
  using one = link(hub, 1);
  await until(() => one.seen.up.includes(true));
}

describe('what is no call', () => {
  it.each([
    ['an HTTP/1 request', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['a TLS handshake', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['a truncated HTTP/2 preface', preface.slice(0, 13)],
    ['a preface and nothing else', preface],
    ['a preface and then garbage', `${preface}${'\x07garbage\xff'.repeat(40)}`],
    ['a truncated HTTP/2 frame', `${preface}\x00\x00\x12\x04\x00\x00`],
  ])('%s is survived and counted', async (_, text) => {
    await using hub = await startHub();
    await throwAt(hub, Buffer.from(text, 'latin1'));
    await until(() => hub.seen.invalid.length > 0);
    expect(hub.seen.invalid).toHaveLength(1);
    expect(hub.seen.invalid[0].accessPoint).toBe(null);
    await expectService(hub);
  });

  it('any bytes at all are survived, with and without the preface', async () => {
    await using hub = await startHub();
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(fc.boolean(), bytes, async (speaksHttp2, bytes) => {
        await throwAt(hub, Buffer.concat([Buffer.from(speaksHttp2 ? preface : ''), bytes]));
      }),
      { numRuns: 60 },
    );
    await until(() => hub.seen.invalid.length >= 60);
    await expectService(hub);
  });

  it('a connection that says nothing is cut off after a while; one that closes silently is not counted', async () => {
    await using hub = await startHub({ helloTimeoutMs: 100 });
    await throwAt(hub, Buffer.alloc(0));
    const socket = connect(hub.port, '127.0.0.1');
    await once(socket.resume(), 'close');
    expect(hub.seen.invalid.map(({ reason }) => reason)).toEqual(['nothing that begins HTTP/2 came in time']);
  });

  it('a call of an unknown method is answered UNIMPLEMENTED', async () => {
    await using hub = await startHub();
    using peer = rawPeer(hub, { ...airService.feed, path: '/vedetta.v1.Fronthaul/Nothing' });
    expect((await peer.status).code).toBe(12);
  });

  it('any bytes as the first message are refused, and nothing crashes', async () => {
    await using hub = await startHub();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('attach', 'feed'), fc.uint8Array({ maxLength: 60 }), async (method, bytes) => {
        using peer = method === 'feed' ? rawPeer(hub, airService.feed) : rawPeer(hub);
        peer.call.write(Buffer.from(bytes));
        expect((await peer.status).code).not.toBe(0);
      }),
      { numRuns: 40 },
    );
    expect(hub.seen.invalid.length).toBeGreaterThanOrEqual(40);
    await expectService(hub);
  });

  it('streams beyond the bound are refused while others wait to say hello', async () => {
    await using hub = await startHub();
    const bound = 2 * 10 + 64;
    const peers = Array.from({ length: bound + 1 }, () => rawPeer(hub));
    const ended = await Promise.race(peers.map(({ status }) => status));
    expect(ended.details).toContain(`more than ${bound} streams`);
    for (const peer of peers) peer[Symbol.dispose]();
    await expectService(hub);
  });
});

describe('the port', () => {
  it('that is in use is one clear error', async () => {
    await using hub = await startHub();
    await expect(startHub({ port: hub.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('is free again after closing, soon, though streams and strangers are connected', async () => {
    const hub = await startHub();
    hub.startRun({ run: 1, seed: 0 });
    using one = link(hub, 1);
    using peer = rawPeer(hub, airService.feed);
    const stranger = connect(hub.port, '127.0.0.1').on('error', () => {});
    await until(() => one.seen.up.includes(true) && !peer.call.closed);
    const started = performance.now();
    await hub.close();
    expect(performance.now() - started).toBeLessThan(3000);
    await using next = await startHub({ port: hub.port });
    expect(next.port).toBe(hub.port);
    stranger.destroy();
  });

  it('answers the standard health check', async () => {
    await using hub = await startHub();
    const client = new Client(hub.address, credentials.createInsecure());
    const check = (service: string) => {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      const request = Buffer.concat([Buffer.from([0x0a, service.length]), Buffer.from(service)]);
      client.makeUnaryRequest(
        '/grpc.health.v1.Health/Check',
        (bytes: Buffer) => bytes,
        (bytes: Buffer) => bytes,
        request,
        (error, answer) => (error ? reject(error) : resolve((answer as Buffer).toString('hex'))),
      );
      return promise;
    };
    const [serving, notServing] = ['0801', '0802'];
    expect(await check('')).toBe(serving);
    expect(await check('vedetta.v1.Fronthaul')).toBe(serving);
    hub.setServing(false);
    expect(await check('vedetta.v1.Air')).toBe(notServing);
    client.close();
    expect(hub.seen.invalid).toEqual([]);
  });
});
