import {
  byteParts,
  type DirectionCounters,
  fatesOf,
  type LinkCounters,
  nothingCarried,
  payloadBytes,
  type ReportCounters,
  ratesOf,
  sumLinkCounters,
  summariseDurations,
  tcpIpEstimate,
  totalFates,
  wireBytes,
} from '@vedetta/fronthaul';
import type { LinkConfig, Network } from '@vedetta/scenario';

/** What links and the fronthaul as a whole look like from outside. */

type Air = Pick<Network, 'timing' | 'propagation'>;

const nothing: Omit<LinkCounters, 'accessPoint'> = {
  attached: false,
  epoch: null,
  attachedSince: null,
  slots: 0,
  up: nothingCarried,
  down: nothingCarried,
  commandsDropped: 0,
  commandsLost: 0,
  reportsWithheld: 0,
  invalid: 0,
};

function directionView(own: DirectionCounters, other: DirectionCounters, slots: number, air: Air) {
  const wire = wireBytes(own);
  const rate = { slotPeriodMs: air.timing.slotPeriodMs, bandwidthMhz: air.propagation.bandwidthMhz };
  return {
    messages: own.messages,
    bytes: Object.fromEntries(byteParts.map((part) => [part, own[part]])) as Record<(typeof byteParts)[number], number>,
    payloadBytes: payloadBytes(own),
    wireBytes: wire,
    tcpIpEstimateBytes: tcpIpEstimate(own, other),
    rates: ratesOf(wire, slots, rate),
  };
}

const settingsView = ({ up, down, outages }: LinkConfig) => ({
  up: { ...up },
  down: { ...down },
  outages: outages.map((outage) => ({ ...outage })),
});

export function linkView(
  accessPoint: { readonly id: number; readonly role: 'transmit' | 'receive' },
  settings: LinkConfig,
  counters: LinkCounters | undefined,
  reports: ReportCounters,
  air: Air,
) {
  const link = counters ?? { accessPoint: accessPoint.id, ...nothing };
  return {
    accessPoint: accessPoint.id,
    role: accessPoint.role,
    attached: link.attached,
    settings: settingsView(settings),
    slots: link.slots,
    up: directionView(link.up, link.down, link.slots, air),
    down: directionView(link.down, link.up, link.slots, air),
    reports: { ...fatesOf(reports, accessPoint.id), withheld: link.reportsWithheld, invalid: link.invalid },
    commands: { dropped: link.commandsDropped, lost: link.commandsLost },
  };
}

/** All links together; rates are of the mean link. */
export function fronthaulView(links: readonly LinkCounters[], reports: ReportCounters, air: Air) {
  const all = links.reduce(sumLinkCounters, { accessPoint: -1, ...nothing });
  return {
    links: links.length,
    attached: links.filter(({ attached }) => attached).length,
    up: directionView(all.up, all.down, all.slots, air),
    down: directionView(all.down, all.up, all.slots, air),
    reports: { ...totalFates(reports), withheld: all.reportsWithheld, invalid: all.invalid },
    commands: { dropped: all.commandsDropped, lost: all.commandsLost },
    latency: summariseDurations(reports.latency),
    lateness: summariseDurations(reports.lateness),
  };
}

export type FronthaulView = ReturnType<typeof fronthaulView>;
