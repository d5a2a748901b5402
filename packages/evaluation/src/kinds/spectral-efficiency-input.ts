import type { ChannelStatistics, SensingInterference } from '@vedetta/communication';
import type { ComplexMatrix } from '@vedetta/numerics';
import type { Problems } from '../problems.ts';
import { checkMatrix, requireCovariance } from '../read-matrices.ts';
import { allOf, checkArray, checkNumbers, type Fields, readArray, readNumber, readObject } from '../read-values.ts';

/** Antennas beyond this are refused: minutes. */
const MOST_ANTENNAS = 512;

/** UEs squared times APs: what every UE hears of every stream from every AP, each a number to keep. */
const MOST_TERMS = 2 ** 22;
/** The same times antennas squared: products that take a minute. */
const MOST_PRODUCTS = 2 ** 33;

/** The keys that say who hears whom, without the powers of the UEs. `sensing` is optional. */
export const downlinkKeys: readonly string[] = [
  'correlation',
  'pilotIndex',
  'pilotPower',
  'pilotLength',
  'noiseVariance',
];

/** As far as they could be read; what else a case gives per UE or AP is held against them. */
export interface DownlinkSizes {
  readonly users: number | undefined;
  readonly accessPoints: number | undefined;
}

export interface Downlink extends ChannelStatistics {
  readonly sensing: readonly SensingInterference[];
}

/**
 * Reads all of a `spectral-efficiency` case but its `power`.
 *
 * @returns `downlink` is null when anything of it is wrong
 */
export function readDownlink(
  fields: Fields,
  problems: Problems,
): { readonly sizes: DownlinkSizes; readonly downlink: Downlink | null } {
  const { sizes, antennas, correlation } = readCorrelation(fields, problems);
  const pilotLength = readNumber(fields, '$', 'pilotLength', { whole: true, least: 1 }, problems);
  const below = pilotLength === null ? {} : { below: pilotLength };
  const pilotIndex = Object.hasOwn(fields, 'pilotIndex')
    ? checkNumbers(fields.pilotIndex, '$.pilotIndex', { whole: true, least: 0, ...below }, problems, sizes.users)
    : null;
  const pilotPower = Object.hasOwn(fields, 'pilotPower')
    ? checkNumbers(fields.pilotPower, '$.pilotPower', { least: 0 }, problems, sizes.users)
    : null;
  const noiseVariance = readNumber(fields, '$', 'noiseVariance', { above: 0 }, problems);
  const sensing = readSensing(fields, sizes.accessPoints, antennas, problems);
  if (!correlation || !pilotIndex || !pilotPower || !sensing || pilotLength === null || noiseVariance === null)
    return { sizes, downlink: null };
  return { sizes, downlink: { correlation, pilotIndex, pilotPower, pilotLength, noiseVariance, sensing } };
}

/** [k][m], watts, one number for each UE and AP. */
export function readUserPower(
  fields: Fields,
  key: string,
  sizes: DownlinkSizes,
  problems: Problems,
): number[][] | null {
  const rows = readArray(fields, '$', key, problems, sizes.users);
  const read = rows?.map((row, k) => checkNumbers(row, `$.${key}[${k}]`, { least: 0 }, problems, sizes.accessPoints));
  return allOf(read);
}

/** [k][m], as many AP in each row as in the first, all matrices of one size. */
function readCorrelation(
  fields: Fields,
  problems: Problems,
): {
  readonly sizes: DownlinkSizes;
  readonly antennas: number | undefined;
  readonly correlation: ComplexMatrix[][] | null;
} {
  const rows = readArray(fields, '$', 'correlation', problems);
  const first = Array.isArray(rows?.[0]) ? rows[0].length : undefined;
  if (first === 0) problems.add('$.correlation[0]', 'must not be empty');
  const sizes = { users: rows?.length, accessPoints: first || undefined };
  if (rows?.length === 0) return { sizes, antennas: undefined, correlation: [] };
  const terms = (rows?.length ?? 0) ** 2 * (first ?? 0);
  if (tooMany('UEs² · APs', terms, MOST_TERMS, problems)) return { sizes, antennas: undefined, correlation: null };
  let antennas: number | undefined;
  const read = rows?.map((row, k) => {
    const list = checkArray(row, `$.correlation[${k}]`, problems, sizes.accessPoints);
    return allOf(
      list?.map((item, m) => {
        const matrix = readCovariance(item, `$.correlation[${k}][${m}]`, antennas, problems);
        antennas ??= matrix?.rows;
        return matrix;
      }),
    );
  });
  const products = terms * (antennas ?? 0) ** 2;
  if (tooMany('UEs² · APs · antennas²', products, MOST_PRODUCTS, problems))
    return { sizes, antennas, correlation: null };
  return { sizes, antennas, correlation: sizes.accessPoints === undefined ? null : allOf(read) };
}

function tooMany(what: string, count: number, most: number, problems: Problems): boolean {
  if (count > most) problems.add('$.correlation', `is too large: ${what} are ${count}, at most ${most}`);
  return count > most;
}

/** A Hermitian positive semidefinite matrix of `size` (any when not yet known). */
function readCovariance(
  value: unknown,
  path: string,
  size: number | undefined,
  problems: Problems,
): ComplexMatrix | null {
  const shape = { rows: size, columns: size, mostRows: MOST_ANTENNAS, mostColumns: MOST_ANTENNAS };
  const matrix = checkMatrix(value, path, shape, problems);
  if (!matrix) return null;
  if (matrix.rows !== matrix.columns) {
    problems.add(path, `must be square, is ${matrix.rows} × ${matrix.columns}`);
    return null;
  }
  return requireCovariance(matrix, path, problems);
}

/** An empty list where the key is missing. */
function readSensing(
  fields: Fields,
  accessPoints: number | undefined,
  antennas: number | undefined,
  problems: Problems,
): SensingInterference[] | null {
  if (!Object.hasOwn(fields, 'sensing')) return [];
  const below = accessPoints === undefined ? {} : { below: accessPoints };
  const read = readArray(fields, '$', 'sensing', problems)?.map((item, i): SensingInterference | null => {
    const path = `$.sensing[${i}]`;
    const beam = readObject(item, path, { required: ['accessPoint', 'power', 'beamCovariance'] }, problems);
    if (!beam) return null;
    const accessPoint = readNumber(beam, path, 'accessPoint', { whole: true, least: 0, ...below }, problems);
    const power = readNumber(beam, path, 'power', { least: 0 }, problems);
    const beamCovariance = Object.hasOwn(beam, 'beamCovariance')
      ? readCovariance(beam.beamCovariance, `${path}.beamCovariance`, antennas, problems)
      : null;
    if (accessPoint === null || power === null || beamCovariance === null) return null;
    return { accessPoint, power, beamCovariance };
  });
  return allOf(read);
}
