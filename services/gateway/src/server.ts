import type { AddressInfo } from 'node:net';
import { buildGateway } from './gateway.ts';
import type { GatewayOptions } from './options.ts';

/** Nothing can listen there; `code` is PORT_IN_USE or PORT_REFUSED. */
export class GatewayListenError extends Error {
  override readonly name = 'GatewayListenError';
  readonly code: 'PORT_IN_USE' | 'PORT_REFUSED';
  readonly host: string;
  readonly port: number;

  constructor(host: string, port: number, cause: NodeJS.ErrnoException) {
    const inUse = cause.code === 'EADDRINUSE';
    const why = inUse ? 'is in use by another process' : `cannot be listened on (${cause.code ?? cause.message})`;
    super(`port ${port} of ${host} ${why}; choose another with --port`, { cause });
    this.code = inUse ? 'PORT_IN_USE' : 'PORT_REFUSED';
    this.host = host;
    this.port = port;
  }
}

export interface ListeningGateway {
  /** The one that was asked for, or a free one for 0. */
  readonly port: number;
  close(): Promise<void>;
}

const CLOSE_MS = 1_000;

/** Builds the gateway and listens. @throws {GatewayListenError} */
export async function createGateway(
  options: GatewayOptions & { readonly host?: string; readonly port: number },
): Promise<ListeningGateway> {
  const { host = '127.0.0.1', port, ...rest } = options;
  const app = await buildGateway(rest);
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    throw new GatewayListenError(host, port, error as NodeJS.ErrnoException);
  }
  return {
    port: (app.server.address() as AddressInfo).port,
    close: async () => {
      const impatience = setTimeout(() => app.server.closeAllConnections(), CLOSE_MS);
      await app.close().finally(() => clearTimeout(impatience));
    },
  };
}
