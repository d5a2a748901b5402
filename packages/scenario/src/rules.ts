import type { LinkConfig, Network, World } from './types.ts';

/** A dotted key from the document's root, e.g. `['network', 'users', 'count']`. */
export type Path = readonly PropertyKey[];

/** A broken rule between several keys. */
export interface BrokenRule {
  /** The keys the rule read; the problem is shown at the first of them that the text holds. */
  readonly paths: readonly Path[];
  readonly message: string;
}

/** Largest order of the projected clutter covariance, N·min(τ_s, N·T): 4096² complex numbers are 256 MiB. */
const LARGEST_COVARIANCE = 4096;
const MOST_CELLS_PER_REGION = 100_000;

function inNetwork(...keys: string[]): Path[] {
  return keys.map((key) => ['network', ...key.split('.')]);
}

function metres(value: number): string {
  return `${Number(value.toFixed(3))} m`;
}

function* countRules({ accessPoints, users, sensing }: Network): Generator<BrokenRule> {
  for (const [name, group] of [['accessPoints', accessPoints] as const, ['users', users] as const]) {
    const places = group.positionsMetres?.length;
    if (places !== undefined && places !== group.count)
      yield {
        paths: inNetwork(`${name}.count`, `${name}.positionsMetres`),
        message: `must be left out or be ${places}; ${group.count} contradicts the ${places} places given in positionsMetres`,
      };
  }
  if (!Number.isInteger(Math.sqrt(sensing.regions)))
    yield {
      paths: inNetwork('sensing.regions'),
      message: `must be a square number (the regions tile the area in a square grid): 1, 4, 9, 16 ..., got ${sensing.regions}`,
    };
  const receivers = sensing.regions * sensing.receivePerRegion;
  const transmitters = accessPoints.count - receivers;
  const roles = ['sensing.receivePerRegion', 'sensing.regions', 'accessPoints.count'];
  const split = `${sensing.regions} regions with ${sensing.receivePerRegion} receive APs each`;
  if (transmitters < 1) {
    yield {
      paths: inNetwork(...roles),
      message: `must leave an AP to transmit (receivePerRegion · regions below the number of APs); ${split} take ${receivers} of ${accessPoints.count}`,
    };
    return;
  }
  if (transmitters < sensing.transmitPerRegion)
    yield {
      paths: inNetwork('sensing.transmitPerRegion', ...roles),
      message: `must be at most ${transmitters}, the transmit APs that ${split} leave of ${accessPoints.count}, got ${sensing.transmitPerRegion}`,
    };
  if (users.count > 0 && transmitters < users.servingAccessPoints)
    yield {
      paths: inNetwork('users.servingAccessPoints', ...roles),
      message: `must be at most ${transmitters}, the transmit APs that ${split} leave of ${accessPoints.count}, got ${users.servingAccessPoints}`,
    };
}

function* blockRules({ accessPoints, users, block, sensing }: Network): Generator<BrokenRule> {
  if (block.sensingSamples > block.coherenceSamples)
    yield {
      paths: inNetwork('block.sensingSamples', 'block.coherenceSamples'),
      message: `must be at most coherenceSamples, ${block.coherenceSamples}, got ${block.sensingSamples}`,
    };
  if (users.pilotLength > block.coherenceSamples)
    yield {
      paths: inNetwork('users.pilotLength', 'block.coherenceSamples'),
      message: `must be at most block.coherenceSamples, ${block.coherenceSamples}, got ${users.pilotLength}`,
    };
  const transmitters = Math.max(1, accessPoints.count - sensing.regions * sensing.receivePerRegion);
  const antennas = accessPoints.antennaCount;
  const order = antennas * Math.min(block.sensingSamples, antennas * transmitters);
  if (order > LARGEST_COVARIANCE)
    yield {
      paths: inNetwork(
        'accessPoints.antennaCount',
        'block.sensingSamples',
        'accessPoints.count',
        'sensing.regions',
        'sensing.receivePerRegion',
      ),
      message: `must keep antennaCount · min(sensingSamples, antennaCount · transmit APs), the order of the clutter covariances, to at most ${LARGEST_COVARIANCE}, got ${order}`,
    };
}

function* geometryRules({ areaSideMetres, accessPoints, users, sensing }: Network): Generator<BrokenRule> {
  for (const [name, group] of [['accessPoints', accessPoints] as const, ['users', users] as const])
    for (const [index, [x, y]] of (group.positionsMetres ?? []).entries())
      if (x > areaSideMetres || y > areaSideMetres)
        yield {
          paths: [['network', name, 'positionsMetres', index], ...inNetwork('areaSideMetres')],
          message: `must lie inside the area, 0 to ${metres(areaSideMetres)} both ways, got [${x}, ${y}]`,
        };
  const [low, high] = sensing.heightRangeMetres;
  if (low >= high)
    yield {
      paths: inNetwork('sensing.heightRangeMetres'),
      message: `must be [lowest, highest] with lowest below highest, got [${low}, ${high}]`,
    };
  const regionSide = areaSideMetres / Math.sqrt(sensing.regions);
  if (sensing.guardDistanceMetres > regionSide)
    yield {
      paths: inNetwork('sensing.guardDistanceMetres', 'areaSideMetres', 'sensing.regions'),
      message: `must be at most ${metres(regionSide)}, the side of a region (regions are scanned in step, so cells inspected together are that far apart), got ${sensing.guardDistanceMetres}`,
    };
  const [x, y, z] = sensing.cellSizeMetres;
  const cells = (regionSide / x) * (regionSide / y) * Math.max(1, (high - low) / z);
  if (cells > MOST_CELLS_PER_REGION)
    yield {
      paths: inNetwork('sensing.cellSizeMetres', 'areaSideMetres', 'sensing.regions', 'sensing.heightRangeMetres'),
      message: `must make at most ${MOST_CELLS_PER_REGION} cells in each region, got about ${Math.round(cells)}`,
    };
}

function* linkRules({ accessPoints, fronthaul }: Network): Generator<BrokenRule> {
  const at: Path = ['network', 'fronthaul'];
  for (const [index, { accessPoints: ids, role }] of fronthaul.links.entries()) {
    if ((ids === null) === (role === null))
      yield {
        paths: [[...at, 'links', index]],
        message: 'must say whose link it is: either accessPoints, a list, or role, transmit or receive',
      };
    const unknown = ids?.find((id) => id >= accessPoints.count);
    if (unknown !== undefined)
      yield {
        paths: [[...at, 'links', index, 'accessPoints'], ...inNetwork('accessPoints.count')],
        message: `must name access points 0 to ${accessPoints.count - 1}, got ${unknown}`,
      };
  }
  const links: [Path, LinkConfig][] = [[[...at, 'link'], fronthaul.link]];
  for (const [index, link] of fronthaul.links.entries()) links.push([[...at, 'links', index], link]);
  for (const [path, { outages }] of links)
    for (const [index, { fromMs, toMs }] of outages.entries())
      if (fromMs >= toMs)
        yield {
          paths: [[...path, 'outages', index], [...at, 'link', 'outages', index], path],
          message: `must end (toMs) after it begins (fromMs), got ${fromMs} to ${toMs}`,
        };
}

/** Rules between keys of the `network` section. */
export function* networkRules(network: Network): Generator<BrokenRule> {
  yield* countRules(network);
  yield* blockRules(network);
  yield* geometryRules(network);
  yield* linkRules(network);
}

/** Rules of the `world` section, and, given the area's side, of where its targets are. */
export function* worldRules(world: World, areaSideMetres?: number): Generator<BrokenRule> {
  const [low, high] = world.targetHeightRangeMetres;
  if (low >= high)
    yield {
      paths: [['world', 'targetHeightRangeMetres']],
      message: `must be [lowest, highest] with lowest below highest, got [${low}, ${high}]`,
    };
  for (const [index, { positionMetres }] of world.targets.entries()) {
    if (positionMetres === null) continue;
    const [x, y, z] = positionMetres;
    const path: Path = ['world', 'targets', index, 'positionMetres'];
    if (areaSideMetres !== undefined && (x > areaSideMetres || y > areaSideMetres))
      yield {
        paths: [path, ['network', 'areaSideMetres']],
        message: `must lie inside the area, 0 to ${metres(areaSideMetres)} both ways, got [${positionMetres.join(', ')}]`,
      };
    if (low < high && (z < low || z > high))
      yield {
        paths: [path, ['world', 'targetHeightRangeMetres']],
        message: `must have a height within targetHeightRangeMetres, ${low} to ${high} m, got ${z}`,
      };
  }
}
