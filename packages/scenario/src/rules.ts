import { type BrokenRule, inNetwork, metres, type Path } from './broken-rule.ts';
import { powerRules } from './power-rules.ts';
import { trackingRules } from './tracking-rules.ts';
import type { Network } from './types.ts';

/** Largest order of the projected clutter covariance, N·min(τ_s, N·T): 4096² complex numbers are 256 MiB. */
const LARGEST_COVARIANCE = 4096;
const MOST_CELLS_PER_REGION = 100_000;

/** Who takes receive APs: the regions, or the targets in their place. */
function receiving({ accessPoints, sensing }: Network) {
  const follows = sensing.phase === 'tracking';
  const count = follows ? sensing.targetEstimatesMetres.length : sensing.regions;
  const receivers = count * sensing.receivePerRegion;
  return {
    key: follows ? 'sensing.targetEstimatesMetres' : 'sensing.regions',
    what: follows ? 'targets' : 'regions',
    count,
    receivers,
    transmitters: accessPoints.count - receivers,
  };
}

function* countRules(network: Network): Generator<BrokenRule> {
  const { accessPoints, users, sensing } = network;
  for (const [name, group] of [['accessPoints', accessPoints] as const, ['users', users] as const]) {
    const places = group.positionsMetres?.length;
    if (places !== undefined && places !== group.count)
      yield {
        paths: inNetwork(`${name}.count`, `${name}.positionsMetres`),
        message: `must be left out or be ${places}; ${group.count} contradicts the ${places} places given in positionsMetres`,
      };
  }
  const { key, what, count, receivers, transmitters } = receiving(network);
  const roles = ['sensing.receivePerRegion', key, 'accessPoints.count'];
  const split = `${count} ${what} with ${sensing.receivePerRegion} receive APs each`;
  if (transmitters < 1) {
    yield {
      paths: inNetwork(...roles),
      message: `must leave an AP to transmit (receivePerRegion · ${what} below the number of APs); ${split} take ${receivers} of ${accessPoints.count}`,
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

function* blockRules(network: Network): Generator<BrokenRule> {
  const { accessPoints, users, block } = network;
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
  const { key, transmitters } = receiving(network);
  const antennas = accessPoints.antennaCount;
  const order = antennas * Math.min(block.sensingSamples, antennas * Math.max(1, transmitters));
  if (order > LARGEST_COVARIANCE)
    yield {
      paths: inNetwork(
        'accessPoints.antennaCount',
        'block.sensingSamples',
        'accessPoints.count',
        key,
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
}

/** Of regions and their cells: a network that follows targets has none, whatever these keys say. */
function* scanRules({ areaSideMetres, sensing }: Network): Generator<BrokenRule> {
  if (sensing.phase !== 'detection') return;
  if (!Number.isInteger(Math.sqrt(sensing.regions)))
    yield {
      paths: inNetwork('sensing.regions'),
      message: `must be a square number (the regions tile the area in a square grid): 1, 4, 9, 16 ..., got ${sensing.regions}`,
    };
  const regionSide = areaSideMetres / Math.sqrt(sensing.regions);
  if (sensing.guardDistanceMetres > regionSide)
    yield {
      paths: inNetwork('sensing.guardDistanceMetres', 'areaSideMetres', 'sensing.regions'),
      message: `must be at most ${metres(regionSide)}, the side of a region (regions are scanned in step, so cells inspected together are that far apart), got ${sensing.guardDistanceMetres}`,
    };
  const [low, high] = sensing.heightRangeMetres;
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
}

/** Largest factor that nodes too far apart may cost (the bound of `arrivalNodes`). */
const MOST_NODE_LOSS = 2;

/** What the interpolation between arrival nodes costs at most: exp(Δ²/8σ²), or for `exponential` the ratio of the spectra at Δ/2. */
function nodeLoss({ propagation, accessPoints }: Network, nodes: number): number {
  const step = Math.PI / (nodes - 1);
  switch (propagation.spatialCorrelation) {
    case 'gaussian':
      return Math.exp(step ** 2 / (8 * ((propagation.angularSpreadDeg * Math.PI) / 180) ** 2));
    case 'exponential': {
      const r = propagation.exponentialCorrelation;
      const half = Math.min(Math.PI, Math.PI * accessPoints.spacingWavelengths * step);
      return 1 + (2 * r * (1 - Math.cos(half))) / (1 - r) ** 2;
    }
    case 'uncorrelated':
      return 1;
  }
}

function* clutterRules(network: Network): Generator<BrokenRule> {
  const { clutterSet, detector } = network.sensing;
  if (clutterSet === 'all') return;
  if (detector === 'clutter-unaware')
    yield {
      paths: inNetwork('sensing.clutterSet', 'sensing.detector'),
      message: "must be left out with the detector 'clutter-unaware', which knows no clutter",
    };
  if (!('azimuthNodes' in clutterSet)) return;
  const { azimuthNodes: nodes } = clutterSet;
  if (nodeLoss(network, nodes) <= MOST_NODE_LOSS) return;
  let enough = nodes + 1;
  while (enough < 100_000 && nodeLoss(network, enough) > MOST_NODE_LOSS) enough++;
  yield {
    paths: inNetwork(
      'sensing.clutterSet',
      'propagation.angularSpreadDeg',
      'propagation.exponentialCorrelation',
      'propagation.spatialCorrelation',
    ),
    message: `must have at least ${enough} azimuthNodes: between ${nodes} the receive correlation of so narrow an arrival cannot be interpolated; or take 'all'`,
  };
}

/** Rules between keys of the `network` section. */
export function* networkRules(network: Network): Generator<BrokenRule> {
  yield* countRules(network);
  yield* blockRules(network);
  yield* geometryRules(network);
  yield* scanRules(network);
  yield* linkRules(network);
  yield* clutterRules(network);
  yield* trackingRules(network);
  yield* powerRules(network);
}
