import { byteParts, type LinkCounters, nothingCarried, sumCounters } from '@vedetta/fronthaul';
import { Counter, type Registry } from 'prom-client';

/** Totals over all links, read from their accounts whenever they are asked for. */
export function fronthaulMetrics(registers: Registry[]): { watch(links: () => readonly LinkCounters[]): void } {
  let links: () => readonly LinkCounters[] = () => [];
  const sum = (count: (link: LinkCounters) => number) => links().reduce((total, link) => total + count(link), 0);
  const carried = (direction: 'up' | 'down') =>
    links()
      .map((link) => link[direction])
      .reduce(sumCounters, nothingCarried);

  new Counter({
    name: 'vedetta_fronthaul_bytes_total',
    help: 'Bytes of all links by direction and part; the parts add up to the TCP streams.',
    labelNames: ['direction', 'part'],
    registers,
    collect() {
      this.reset();
      for (const direction of ['up', 'down'] as const) {
        const counters = carried(direction);
        for (const part of byteParts) this.inc({ direction, part }, counters[part]);
      }
    },
  });
  new Counter({
    name: 'vedetta_fronthaul_messages_total',
    help: 'Messages of all links by direction.',
    labelNames: ['direction'],
    registers,
    collect() {
      this.reset();
      for (const direction of ['up', 'down'] as const) this.inc({ direction }, carried(direction).messages);
    },
  });
  new Counter({
    name: 'vedetta_fronthaul_commands_total',
    help: 'Commands that did not reach their access point: dropped before a slow link, or lost on its emulated way.',
    labelNames: ['fate'],
    registers,
    collect() {
      this.reset();
      this.inc(
        { fate: 'dropped' },
        sum(({ commandsDropped }) => commandsDropped),
      );
      this.inc(
        { fate: 'lost' },
        sum(({ commandsLost }) => commandsLost),
      );
    },
  });
  new Counter({
    name: 'vedetta_fronthaul_reports_withheld_total',
    help: 'Reports that access points did not encode, because too much was on its way.',
    registers,
    collect() {
      this.reset();
      this.inc(sum(({ reportsWithheld }) => reportsWithheld));
    },
  });
  return {
    watch(counters) {
      links = counters;
    },
  };
}
