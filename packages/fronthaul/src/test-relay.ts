import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A cable between access points and fusion worker that can be cut, and on which bytes can go wrong. */
export async function startRelay(port: number) {
  const pairs = new Set<readonly [Socket, Socket]>();
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port, host: '127.0.0.1', noDelay: true });
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const [from, to] of [pair, [far, near]]) {
      from.on('error', () => {}).pipe(to);
      from.on('close', () => {
        pairs.delete(pair);
        to.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut(): void {
      for (const pair of pairs) for (const socket of pair) socket.destroy();
    },
    /** Holds back what travels towards the fusion worker, until `resume`. */
    stall(): void {
      for (const [near, far] of pairs) near.unpipe(far).pause();
    },
    resume(): void {
      for (const [near, far] of pairs) near.pipe(far);
    },
    /** Writes bytes into what travels towards the fusion worker, or away from it. */
    inject(bytes: Uint8Array, direction: 'up' | 'down'): void {
      for (const [near, far] of pairs) (direction === 'up' ? far : near).write(bytes);
    },
    [Symbol.dispose](): void {
      server.close();
      for (const pair of pairs) for (const socket of pair) socket.destroy();
    },
  };
}
