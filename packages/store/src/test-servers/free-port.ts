import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** A loopback port that nobody has just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Between finding a free port and using it somebody else may: whoever fails gets a second try, on another one. */
export async function twice<T>(open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch {
    return await open();
  }
}
