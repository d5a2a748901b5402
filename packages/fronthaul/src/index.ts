export {
  type ByteParts,
  byteParts,
  type DirectionCounters,
  nothingCarried,
  payloadBytes,
  sumCounters,
  tcpIpEstimate,
  wireBytes,
} from './account/byte-parts.ts';
export {
  type DurationCounts,
  DurationHistogram,
  type DurationSummary,
  summariseDurations,
} from './account/durations.ts';
export { type LinkRates, ratesOf } from './account/rates.ts';
export {
  fatesOf,
  noReports,
  type ReportCounters,
  type ReportFates,
  sumReports,
  totalFates,
} from './account/report-counters.ts';
export {
  type AccessPointLink,
  type AccessPointLinkCounters,
  type AccessPointLinkOptions,
  connectAccessPoint,
} from './client/access-point-link.ts';
export { type AirLink, type AirLinkOptions, connectAir } from './client/air-link.ts';
export {
  decodeAirDown,
  decodeAirUp,
  encodeAirHello,
  encodeAirRun,
  encodeAirRunEnd,
  encodeAirSlot,
  encodeAirWelcome,
} from './codec/air.ts';
export { decodeDown, encodeCommand, encodeDrain, encodeWelcome } from './codec/down.ts';
export { type Decoded, InvalidMessageError, noInspection, type ReportPlace, type Undecoded } from './codec/result.ts';
export {
  asForwarded,
  decodeSamples,
  encodeSamples,
  type ForwardedSamples,
  longestReportBytes,
  longestUpBytes,
  type SampleFormat,
  sampleBytes,
} from './codec/samples.ts';
export { decodeUp, encodeHello, encodeReferenceUp, encodeReport } from './codec/up.ts';
export { airServiceName, fronthaulServiceName, type Keepalive, registryServiceName } from './definition.ts';
export { type FusionAnnouncement, fusionAnnouncementKind, fusionAnnouncements } from './fusion-announcement.ts';
export { type LinkRateMeasurement, type MeasuredLink, openMeasuredLink } from './link/measured-link.ts';
export type { LinkClock } from './link/wall-link.ts';
export type * from './messages.ts';
export { protocolVersion, reportFieldLimit } from './messages.ts';
export { blocksOf, type OwnStreams, referenceOf, symbolsOf, usersHeard } from './reference/reference.ts';
export { symbolBytes } from './reference/symbols.ts';
export { isRetryable, type Refusal, type RefusalCode } from './refusal.ts';
export { joinRegistry, type RegistryLink, type RegistryLinkOptions } from './registry/client.ts';
export type { AssignedAccessPoint, Assignment, JoinRefusalCode } from './registry/messages.ts';
export { rendezvous } from './registry/rendezvous.ts';
export { createRegistry, type Registry, type RegistryEvents, type RegistryOptions } from './registry/server.ts';
export type { FronthaulHandlers } from './server/access-points.ts';
export { createFronthaulHub, type FronthaulHub, type FronthaulHubOptions } from './server/hub.ts';
export { type LinkCounters, sumLinkCounters } from './server/ledger.ts';
