import { Server, ServerCredentials, type ServiceDefinition, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { closeWithin } from './closing.ts';

export interface Health {
  /** `service` is a full gRPC service name; '' speaks for the whole server. */
  set(service: string, serving: boolean): void;
  /** Serves `grpc.health.v1.Health` on a server that does not listen yet. */
  addTo(server: Pick<Server, 'addService'>): void;
}

/** The standard health service. Loaded on demand: processes without a server need not carry it. */
export async function createHealth(services: readonly string[] = []): Promise<Health> {
  const { HealthImplementation } = await import('grpc-health-check');
  const initially = Object.fromEntries(['', ...services].map((service) => [service, 'NOT_SERVING' as const]));
  const implementation = new HealthImplementation(initially);
  return {
    set: (service, serving) => implementation.setStatus(service, serving ? 'SERVING' : 'NOT_SERVING'),
    addTo: (server) =>
      implementation.addToServer({
        addService: (definition: object, methods: object) =>
          server.addService(definition as ServiceDefinition, methods as UntypedServiceImplementation),
      } as Parameters<typeof implementation.addToServer>[0]),
  };
}

export interface HealthServer extends Health {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * A gRPC server with nothing but the health service, for processes that serve no other gRPC.
 *
 * @throws {Error} if the port cannot be bound.
 */
export async function startHealth(options: {
  host?: string;
  port: number;
  services?: readonly string[];
}): Promise<HealthServer> {
  const { host = '127.0.0.1', port, services = [] } = options;
  const server = new Server({ 'grpc.enable_channelz': 0 });
  const health = await createHealth(services);
  health.addTo(server);
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.bindAsync(`${host}:${port}`, ServerCredentials.createInsecure(), (error, bound) =>
    error ? reject(error) : resolve(bound),
  );
  return { ...health, port: await promise, close: () => stopServer(server, 500) };
}

/** Lets calls end for `graceMs`, then ends them. */
export async function stopServer(server: Server, graceMs: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.tryShutdown(() => resolve());
  await closeWithin(graceMs, promise);
  server.forceShutdown();
}
