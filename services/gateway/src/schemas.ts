import { z } from 'zod';

/** What the answers look like: fields not named here never leave the gateway. */

const id = z.int();
const ids = z.array(id);
const point = z.array(z.number()).length(3).describe('x, y, z in metres');
const outcome = z.enum(['targetPresent', 'targetAbsent', 'unobserved']);
const phase = z.enum(['detection', 'tracking']);
const pace = z.union([z.literal('fast'), z.number()]);

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

export const runSchema = z.object({
  id,
  scenarioHash: z.string(),
  version: z.string(),
  seed: z.number(),
  slots: z.int().nullable(),
  pace,
  falseAlarmProbability: z.number(),
  status: z.enum(['queued', 'running', 'completed', 'stopped', 'failed']),
  reason: z.string().nullable(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  decidedSlots: z.int(),
  firstKeptSlot: z.int(),
});

export const decisionSchema = z.object({
  run: id,
  slot: z.int(),
  inspection: id,
  phase,
  region: id.describe('sensing region; in tracking the followed target, by its place in the list of estimates'),
  cell: id.describe('0 in tracking'),
  position: point.describe('where it looked: centre of the cell, or the estimate; x, y, z in metres'),
  outcome,
  statistic: z.number().describe('Σ T_m over the reports used'),
  rank: z.int().describe('Σ r_m'),
  threshold: z.number().nullable(),
  pValue: z.number().nullable(),
  timeMs: z.number().describe('emulated time since slot 0'),
  decidedAt: z.string(),
  reportsExpected: z.int(),
  reportsUsed: z.int(),
  missing: ids,
  late: ids,
  stalled: z.boolean(),
});

export const decisionDetailSchema = decisionSchema.extend({
  transmit: ids,
  onAir: ids,
  reports: z.array(
    z.object({
      accessPoint: id,
      fate: z.enum(['used', 'late', 'missing', 'invalid']),
      statistic: z.number().nullable(),
      rank: z.int().nullable(),
    }),
  ),
  evaluation: z
    .object({ slot: z.int(), inspection: id, alarmProbability: z.number(), targetInCell: z.boolean() })
    .nullable()
    .optional()
    .describe('truth beside the decision, only with ?truth=true'),
});

const carried = z.object({
  messages: z.number(),
  payloadBytes: z.number().describe('protobuf messages'),
  wireBytes: z.number().describe('the TCP stream: payload, gRPC and HTTP/2'),
});

const link = z.object({
  epoch: z.int().nullable(),
  attachedSince: z.string().nullable(),
  up: carried,
  down: carried,
  invalid: z.number(),
});

export const accessPointSchema = z.object({
  id,
  position: point,
  axis: point.describe('unit vector along the array'),
  role: z.enum(['transmit', 'receive']),
  attached: z.boolean(),
  link: link.nullable(),
  users: ids.describe('UEs it serves'),
  regions: ids.describe('sensing regions it transmits or listens for'),
  targets: ids.describe('followed targets it transmits or listens for'),
});

export const regionSchema = z.object({
  id,
  centre: point,
  lower: point,
  upper: point,
  transmit: ids,
  receive: ids,
  cellCount: z.int(),
});

export const targetSchema = z.object({
  id: id.describe('place in the list of estimates'),
  estimate: point.describe('where the network believes it to be; x, y, z in metres'),
  transmit: ids,
  receive: ids,
});

const watts = z.number().describe('W');

/** Powers that were solved for, of one set of regions or targets that slots inspect together. */
const allocationSchema = z.object({
  regions: ids.readonly().describe('regions, or targets, that are inspected together'),
  power: z
    .array(
      z.object({
        accessPoint: id,
        users: z.array(z.object({ user: id, power: watts })).readonly(),
        beams: z.array(z.object({ region: id, power: watts })).readonly(),
      }),
    )
    .readonly(),
  smallestSinr: z
    .number()
    .nullable()
    .describe('smallest SINR (23) of all users, linear; 0 where nobody hears one of them, null without users'),
  sinrBound: z.number().nullable().describe('what no powers give all users that somebody hears'),
  sir: z
    .array(z.number().nullable())
    .readonly()
    .describe('SIR (48) of each region or target, linear; null where nothing else echoes'),
});

export const powerPlanSchema = z.object({
  policy: z.unknown(),
  kappaCommunication: z.number(),
  kappaSensing: z.number(),
  sensingBeams: z.boolean(),
  withoutSensing: z.string(),
  budgetW: watts,
  allocations: z
    .array(allocationSchema)
    .readonly()
    .nullable()
    .describe(
      'under max-min power control, once it has been solved; otherwise access points split their power by themselves',
    ),
});

export const regionDetailSchema = regionSchema.extend({ cells: z.array(point).describe('centre of each range cell') });

export const scenarioSchema = z.object({
  name: z.string(),
  hash: z.string(),
  version: z.string(),
  network: z.unknown(),
  world: z.unknown().optional().describe('only with ?truth=true'),
});

const rates = z.object({
  evaluated: z.int(),
  alarms: z.int(),
  expectedAlarms: z.number().describe('Σ p of the exact alarm probabilities'),
  empiricalAlarmRate: z.number().nullable(),
  exactAlarmRate: z.number().nullable(),
});

export const performanceSchema = z.object({
  run: id,
  status: runSchema.shape.status,
  scenarioHash: z.string(),
  seed: z.number(),
  version: z.string(),
  falseAlarmProbability: z.number(),
  totals: z.object({
    slots: z.int(),
    stalledSlots: z.int(),
    decisions: z.int(),
    targetPresent: z.int(),
    targetAbsent: z.int(),
    unobserved: z.int(),
  }),
  reports: z.object({
    expected: z.int(),
    used: z.int(),
    late: z.int(),
    missing: z.int(),
    usedShare: z.number().nullable(),
  }),
  calibration: rates.extend({
    variance: z.number(),
    deviation: z.number().nullable().describe('(alarms − Σp)/√Σp(1−p); within ±4 when the laws hold'),
    withTarget: rates.describe('a target stood in the inspected cell, in tracking in one around the estimate'),
    withoutTarget: rates.describe('no target there; others may still echo'),
  }),
});
