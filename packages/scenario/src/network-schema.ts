import { z } from 'zod';
import { above, between, flag, listOf, mustBe, oneOf, pair, section, triple, whole } from './fields.ts';
import { completeException, link, linkException } from './link-schema.ts';
import type { Holds, Same, Whole } from './same.ts';
import type { Network } from './types.ts';

/** Upper limit of every length, in metres. */
const FAR = 100_000;

/** Three deviations then reach 30°, the first null of a beam of the baseline's four elements; sin σ is σ to half a per cent. */
const MOST_ANGLE_ERROR_DEG = 10;

/** Columns and rows a region's scan grid has, and its height layers, when no cell size is given. */
const DEFAULT_CELLS = { across: 5, layers: 2 } as const;

const accessPoints = section({
  count: whole(1, 4096).optional(),
  positionsMetres: listOf(pair(between(0, FAR)), 4096, 'places [x, y]')
    .min(1)
    .nullable()
    .default(null),
  placement: oneOf(['random', 'grid']).default('random'),
  heightMetres: above(1, 1000).default(10),
  antennaCount: whole(1, 64).default(4),
  spacingWavelengths: above(0, 10).default(0.5),
  axis: oneOf(['aligned', 'random']).default('aligned'),
  powerW: above(0, 1000).default(2),
});

const users = section({
  count: whole(0, 1024).optional(),
  positionsMetres: listOf(pair(between(0, FAR)), 1024, 'places [x, y]')
    .nullable()
    .default(null),
  heightMetres: above(1, 1000).default(1.65),
  pilotPowerMw: above(0, 1000).default(0.1),
  pilotLength: whole(1, 1000).default(10),
  pilotAssignment: oneOf(['random', 'greedy']).default('random'),
  servingAccessPoints: whole(1, 4096).default(4),
});

const propagation = section({
  carrierGhz: between(0.1, 100).default(2),
  bandwidthMhz: between(0.01, 10_000).default(20),
  noiseDensityDbmPerHz: between(-250, -50).default(-174),
  noiseFigureDb: between(0, 50).default(0),
  targetGain: oneOf(['product', 'radar-equation']).default('radar-equation'),
  apToApPathLoss: oneOf(['los', 'nlos', 'mixed']).default('los'),
  shadowFading: flag().default(true),
  clutterScale: between(0, 1000).default(0.01),
  spatialCorrelation: oneOf(['gaussian', 'exponential', 'uncorrelated']).default('gaussian'),
  angularSpreadDeg: between(0.1, 60).default(15),
  exponentialCorrelation: between(0, 0.999).default(0.5),
});

const block = section({
  coherenceSamples: whole(1, 1000).default(50),
  sensingSamples: whole(1, 1000).default(50),
  modulation: oneOf(['gaussian', 'qpsk']).default('qpsk'),
});

const echoSet = z.union([z.literal('all'), section({ nearest: whole(1, 4096) })], {
  error: mustBe("'all' or { nearest: n }, n a whole number from 1 to 4096"),
});

const clutterSet = z.union(
  [
    z.literal('all'),
    section({ azimuthNodes: whole(2, 1024), withinMetres: above(0, FAR).nullable().default(null) }),
    section({ strongest: whole(0, 4096) }),
    section({ whiteRest: whole(0, 4096) }),
  ],
  {
    error: mustBe(
      "'all', { azimuthNodes: n } with n from 2 to 1024 and, if wanted, withinMetres, { strongest: n } or { whiteRest: n } with n from 0 to 4096",
    ),
  },
);

const sensing = section({
  phase: oneOf(['detection', 'tracking']).default('detection'),
  targetEstimatesMetres: listOf(triple(between(0, FAR)), 1024, 'positions [x, y, z]').default([]),
  angleErrorDeg: between(0, MOST_ANGLE_ERROR_DEG, 'directions further off are no estimate').default(0),
  regions: whole(1, 1024).default(9),
  transmitPerRegion: whole(1, 4096).default(4),
  receivePerRegion: whole(1, 4096).default(1),
  association: oneOf(['UTC', 'UC', 'TC', 'CF']).default('UTC'),
  cellSizeMetres: triple(between(0.5, FAR)).optional(),
  heightRangeMetres: pair(above(1, FAR)).default([20, 100]),
  guardDistanceMetres: between(0, FAR).optional(),
  detector: oneOf(['glrt', 'joint-glrt', 'clutter-unaware']).optional(),
  echoSet: echoSet.default('all'),
  clutterSet: clutterSet.default('all'),
  falseAlarmProbability: between(1e-12, 0.5).default(0.01),
});

const power = section({
  policy: oneOf(['uniform', 'fractional']).default('uniform'),
  kappaCommunication: between(-2, 2).default(0),
  kappaSensing: between(-2, 2).default(1),
  sensingBeams: flag().default(true),
  withoutSensing: oneOf(['redistribute', 'unspent']).default('unspent'),
});

const timing = section({
  slotPeriodMs: between(0.5, 60_000).default(50),
  frameSlots: whole(1, 256).default(8),
  planningLag: whole(1, 64).default(2),
  slotsInFlight: whole(1, 64).default(8),
  fusionWindowMs: between(0.1, 60_000).default(100),
});

const sampleFormat = z.union([z.literal('float64'), section({ mantissaBits: whole(6, 16) })], {
  error: mustBe("'float64' or { mantissaBits: b }, b a whole number from 6 to 16"),
});

const fronthaul = section({
  split: oneOf(['scalar', 'sufficient', 'raw']).default('scalar'),
  sampleFormat: sampleFormat.default('float64'),
  references: oneOf(['assumed', 'explicit']).default('assumed'),
  referenceBits: whole(6, 16).default(16),
  link: link.prefault({}),
  links: listOf(linkException, 256, 'links').default([]),
});

const networkFields = section({
  areaSideMetres: between(10, FAR).default(707.107),
  layoutSeed: whole(0, 4_294_967_295).default(1),
  accessPoints: accessPoints.prefault({}),
  users: users.prefault({}),
  propagation: propagation.prefault({}),
  block: block.prefault({}),
  sensing: sensing.prefault({}),
  power: power.prefault({}),
  timing: timing.prefault({}),
  fronthaul: fronthaul.prefault({}),
});

/**
 * Fills in what follows from other keys: the number of APs and UEs from explicit places, a cell size that tiles a
 * region 5 × 5 × 2, as guard distance the region's side, which the congruent scan guarantees, the detector of the phase,
 * and what links that differ have in common with the others.
 */
function complete(fields: z.output<typeof networkFields>): Network {
  const { accessPoints, users, sensing, fronthaul } = fields;
  const regionSide = fields.areaSideMetres / Math.sqrt(sensing.regions);
  const [low, high] = sensing.heightRangeMetres;
  const across = regionSide / DEFAULT_CELLS.across;
  return {
    ...fields,
    accessPoints: { ...accessPoints, count: accessPoints.count ?? accessPoints.positionsMetres?.length ?? 16 },
    users: { ...users, count: users.count ?? users.positionsMetres?.length ?? 16 },
    fronthaul: { ...fronthaul, links: fronthaul.links.map((said) => completeException(fronthaul.link, said)) },
    sensing: {
      ...sensing,
      cellSizeMetres: sensing.cellSizeMetres ?? [across, across, (high - low) / DEFAULT_CELLS.layers],
      guardDistanceMetres: sensing.guardDistanceMetres ?? regionSide,
      detector: sensing.detector ?? (sensing.phase === 'tracking' ? 'joint-glrt' : 'glrt'),
    },
  };
}

/** Strict schema of the `network` section. Cross-field rules are in `rules.ts`. */
export const networkSchema = networkFields.transform(complete);

/** Fails to compile when the schema and the `Network` type drift apart, in either direction. */
export type SchemaIsNetwork = Holds<Same<Whole<z.output<typeof networkFields>>, Network>>;
