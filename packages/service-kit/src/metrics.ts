import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** One service's metrics: created once, by name, and rendered for a scrape. */
export interface Metrics {
  counter(name: string, help: string, labels?: readonly string[]): Counter;
  /** `read` is asked at every scrape. */
  gauge(name: string, help: string, read?: () => number): Gauge;
  /** `buckets`: upper bounds, ascending, in the unit the name ends with. */
  histogram(name: string, help: string, buckets: readonly number[], labels?: readonly string[]): Histogram;
  readonly contentType: string;
  /** Prometheus text format. */
  render(): Promise<string>;
}

/** Every name gets the prefix `vedetta_`. A registry can be shared by services that live in one process. */
export function createMetrics(registry: Registry = new Registry()): Metrics {
  const common = (name: string, help: string, labels: readonly string[]) => ({
    name: `vedetta_${name}`,
    help,
    labelNames: [...labels],
    registers: [registry],
  });
  return {
    counter: (name, help, labels = []) => new Counter(common(name, help, labels)),
    gauge: (name, help, read) =>
      new Gauge({
        ...common(name, help, []),
        ...(read && {
          collect() {
            this.set(read());
          },
        }),
      }),
    histogram: (name, help, buckets, labels = []) =>
      new Histogram({ ...common(name, help, labels), buckets: [...buckets] }),
    contentType: registry.contentType,
    render: () => registry.metrics(),
  };
}
