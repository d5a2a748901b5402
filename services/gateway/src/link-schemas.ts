import { z } from 'zod';

/** What `/v1/links` and `/v1/fronthaul` answer. */

const directionSettings = z.object({
  rateMbps: z.number().nullable().describe('emulated; null: no limit'),
  delayMs: z.number(),
  jitterMs: z.number().describe('every piece is delayed by up to so much more'),
  lossProbability: z.number(),
});

export const linkSettingsSchema = z.object({
  up: directionSettings.describe('towards the CPU'),
  down: directionSettings,
  outages: z.array(z.object({ fromMs: z.number(), toMs: z.number(), kind: z.enum(['stall', 'cut']) })),
});

const direction = z.object({
  messages: z.number(),
  bytes: z
    .object({
      control: z.number(),
      reference: z.number(),
      report: z.number(),
      grpcPrefixes: z.number(),
      dataFrames: z.number(),
      headers: z.number(),
      other: z.number(),
    })
    .describe('payload by kind, and what gRPC and HTTP/2 add; the parts add up to wireBytes'),
  payloadBytes: z.number(),
  wireBytes: z.number().describe('of the TCP stream'),
  tcpIpEstimateBytes: z
    .number()
    .describe('52 for each segment and for every second of the other direction; not in wireBytes'),
  rates: z
    .object({
      bytesPerBlock: z.number().describe('wire bytes a slot'),
      bitsPerSecond: z.number().describe('at the slot period, emulated'),
      carrierEquivalentBitsPerSecond: z.number().describe('if every coherence block of the carrier were sensed'),
    })
    .nullable()
    .describe('means over the slots; null before the first'),
});

const reports = z.object({
  used: z.number(),
  late: z.number(),
  lost: z.number().describe('on their emulated way'),
  duplicate: z.number(),
  unknown: z.number(),
  withheld: z.number().describe('not encoded, because too much was on its way'),
  invalid: z.number(),
});
const commands = z.object({ dropped: z.number(), lost: z.number() });
const durations = z.object({
  count: z.int(),
  p50Ms: z.number().nullable(),
  p95Ms: z.number().nullable(),
  p99Ms: z.number().nullable(),
  maxMs: z.number().nullable(),
});

export const linkSchema = z.object({
  accessPoint: z.int(),
  role: z.enum(['transmit', 'receive']),
  attached: z.boolean(),
  settings: linkSettingsSchema,
  slots: z.number(),
  up: direction,
  down: direction,
  reports,
  commands,
});

export const fronthaulSchema = z.object({
  links: z.int(),
  attached: z.int(),
  up: direction,
  down: direction,
  reports,
  commands,
  latency: durations.describe('from command to report, emulated; of reports that were used'),
  lateness: durations.describe('by how much late reports missed their window, emulated'),
});
