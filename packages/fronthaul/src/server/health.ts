import type { ServiceDefinition, UntypedServiceImplementation } from '@grpc/grpc-js';

export interface Health {
  readonly definition: ServiceDefinition;
  readonly methods: UntypedServiceImplementation;
  /** `service` is a full gRPC service name; '' speaks for the whole server. */
  set(service: string, serving: boolean): void;
}

/** The standard health service. Loaded on demand: the access points' processes need not carry it. */
export async function createHealth(): Promise<Health> {
  const { HealthImplementation } = await import('grpc-health-check');
  const implementation = new HealthImplementation();
  const added: Pick<Health, 'definition' | 'methods'>[] = [];
  implementation.addToServer({
    addService(definition: unknown, methods: unknown) {
      added.push({ definition: definition as ServiceDefinition, methods: methods as UntypedServiceImplementation });
    },
  });
  return {
    ...added[0],
    set: (service, serving) => implementation.setStatus(service, serving ? 'SERVING' : 'NOT_SERVING'),
  };
}
