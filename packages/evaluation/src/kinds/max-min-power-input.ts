import type { ComplexMatrix } from '@vedetta/numerics';
import type { Problems } from '../problems.ts';
import { checkVector } from '../read-matrices.ts';
import {
  allOf,
  checkArray,
  checkNumbers,
  type Fields,
  member,
  readArray,
  readNumber,
  readObject,
} from '../read-values.ts';
import { type Downlink, type DownlinkSizes, readDownlink } from './spectral-efficiency-input.ts';

/** Targets squared times UEs times APs: what every target's receivers hear of every other. */
const MOST_ECHOES = 2 ** 22;

/** Powers times UEs and targets: rows of a cone program that is still solved in minutes. */
const MOST_ROWS = 50_000;

/** What one receive AP hears of one target. */
export interface TargetReception {
  /** σ²_α, m². */
  readonly rcsVariance: number;
  /** [m] β, two-way gain from transmit AP m. */
  readonly gain: readonly number[];
  /** [m] a, N × 1, from transmit AP m toward the target. */
  readonly steering: readonly ComplexMatrix[];
}

export interface SensedTarget {
  readonly receive: readonly TargetReception[];
  /** [m] w, N × 1, the beam that m may use for it. */
  readonly beam: readonly (ComplexMatrix | null)[];
}

export interface MaxMinInput {
  readonly downlink: Downlink;
  readonly servingAccessPoints: readonly (readonly number[])[];
  readonly powerBudget: readonly number[];
  /** Powers times UEs and targets. */
  readonly rows: number;
  readonly sensingSir: { readonly floor: number; readonly targets: readonly SensedTarget[] } | null;
}

/** Reads a `max-min-power` case; null when anything is wrong. */
export function readMaxMin(fields: Fields, problems: Problems): MaxMinInput | null {
  const { sizes, downlink } = readDownlink(fields, problems);
  const servingAccessPoints = readServing(fields, sizes, problems);
  const powerBudget = Object.hasOwn(fields, 'powerBudget')
    ? checkNumbers(fields.powerBudget, '$.powerBudget', { least: 0 }, problems, sizes.accessPoints)
    : null;
  const antennas = downlink?.correlation[0]?.[0].rows;
  const sensingSir = Object.hasOwn(fields, 'sensingSir')
    ? readSensingSir(fields.sensingSir, sizes.accessPoints ?? powerBudget?.length, antennas, problems)
    : null;
  if (problems.any || !downlink || !servingAccessPoints || !powerBudget) return null;
  const targets = sensingSir?.targets.length ?? 0;
  const echoes = targets ** 2 * Math.max(1, servingAccessPoints.length) * powerBudget.length;
  if (echoes > MOST_ECHOES) {
    problems.add('$.sensingSir.targets', `is too large: targets² · UEs · APs are ${echoes}, at most ${MOST_ECHOES}`);
    return null;
  }
  const beams = (sensingSir?.targets ?? []).flatMap(({ beam }) => beam.filter((w) => w !== null)).length;
  const powers = servingAccessPoints.flat().length + beams;
  const rows = powers * (servingAccessPoints.length + targets);
  if (rows > MOST_ROWS) {
    problems.add('$', `is too large: powers times UEs and targets are ${rows}, at most ${MOST_ROWS}`);
    return null;
  }
  return { downlink, servingAccessPoints, powerBudget, sensingSir, rows };
}

/** [k] → AP indexes, each once; an empty list is a UE that nobody serves. */
function readServing(fields: Fields, { users, accessPoints }: DownlinkSizes, problems: Problems): number[][] | null {
  const rule = { whole: true, least: 0, ...(accessPoints === undefined ? {} : { below: accessPoints }) };
  const read = readArray(fields, '$', 'servingAccessPoints', problems, users)?.map((row, k) => {
    const path = `$.servingAccessPoints[${k}]`;
    const set = checkNumbers(row, path, rule, problems);
    if (set && new Set(set).size < set.length) problems.add(path, 'names an access point twice');
    return set;
  });
  return allOf(read);
}

function readSensingSir(
  value: unknown,
  accessPoints: number | undefined,
  antennas: number | undefined,
  problems: Problems,
): MaxMinInput['sensingSir'] {
  const path = '$.sensingSir';
  const parts = readObject(value, path, { required: ['floor', 'targets'] }, problems);
  if (!parts) return null;
  const floor = readNumber(parts, path, 'floor', { least: 0 }, problems);
  let receivers: number | undefined;
  let size = antennas;
  const vector = (value: unknown, at: string) => {
    const read = checkVector(value, at, size, problems);
    size ??= read?.rows; // without UEs the first vector says how many antennas there are
    return read;
  };
  const targets = readArray(parts, path, 'targets', problems)?.map((item, l): SensedTarget | null => {
    const at = `${path}.targets[${l}]`;
    const target = readObject(item, at, { required: ['receive', 'beam'] }, problems);
    if (!target) return null;
    const list = readArray(target, at, 'receive', problems, receivers);
    receivers ??= list?.length;
    const receive = allOf(
      list?.map((entry, r) => readReception(entry, `${at}.receive[${r}]`, accessPoints, vector, problems)),
    );
    const before = problems.count;
    const beam = readArray(target, at, 'beam', problems, accessPoints)?.map((w, m) =>
      w === null ? null : vector(w, `${at}.beam[${m}]`),
    );
    if (problems.count > before) return null;
    return receive && beam ? { receive, beam } : null;
  });
  const read = allOf(targets);
  return floor === null || !read ? null : { floor, targets: read };
}

function readReception(
  value: unknown,
  path: string,
  accessPoints: number | undefined,
  vector: (value: unknown, at: string) => ComplexMatrix | null,
  problems: Problems,
): TargetReception | null {
  const entry = readObject(value, path, { required: ['rcsVariance', 'gain', 'steering'] }, problems);
  if (!entry) return null;
  const rcsVariance = readNumber(entry, path, 'rcsVariance', { least: 0 }, problems);
  const gain = Object.hasOwn(entry, 'gain')
    ? checkNumbers(entry.gain, member(path, 'gain'), { least: 0 }, problems, accessPoints)
    : null;
  const list = Object.hasOwn(entry, 'steering')
    ? checkArray(entry.steering, member(path, 'steering'), problems, accessPoints)
    : null;
  const steering = allOf(list?.map((a, m) => vector(a, `${path}.steering[${m}]`)));
  return rcsVariance === null || !gain || !steering ? null : { rcsVariance, gain, steering };
}
