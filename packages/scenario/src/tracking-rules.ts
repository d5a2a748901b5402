import { type BrokenRule, inNetwork, metres, type Path } from './broken-rule.ts';
import type { ClutterSet, Network } from './types.ts';

/** Rules of what a network is told about the targets it follows. */
export function* trackingRules(network: Network): Generator<BrokenRule> {
  if (network.sensing.phase === 'detection') yield* untrackedRules(network);
  else {
    yield* estimateRules(network);
    yield* longTermRules(network);
    yield* jointRules(network);
  }
}

function* untrackedRules({ sensing }: Network): Generator<BrokenRule> {
  const given: [key: string, isGiven: boolean][] = [
    ['targetEstimatesMetres', sensing.targetEstimatesMetres.length > 0],
    ['angleErrorDeg', sensing.angleErrorDeg > 0],
  ];
  for (const [key, isGiven] of given)
    if (isGiven)
      yield {
        paths: inNetwork(`sensing.${key}`, 'sensing.phase'),
        message: "must be left out in the phase 'detection'; with phase: tracking the network follows targets",
      };
  if (sensing.detector === 'joint-glrt')
    yield {
      paths: inNetwork('sensing.detector', 'sensing.phase'),
      message:
        "must be 'glrt' or 'clutter-unaware' in the phase 'detection', which knows of no targets beside the cell",
    };
}

/** Metres. The line-of-sight path loss counts heights from 1 m; the other end is that of the tallest antennas a scenario may have. */
const HEIGHTS = { above: 1, highest: 1000 } as const;

function* estimateRules({ areaSideMetres, sensing }: Network): Generator<BrokenRule> {
  const { targetEstimatesMetres: estimates } = sensing;
  const at: Path = ['network', 'sensing', 'targetEstimatesMetres'];
  if (estimates.length === 0)
    yield {
      paths: [at, ...inNetwork('sensing.phase')],
      message: "must hold at least one position [x, y, z] in the phase 'tracking': the network follows what it is told",
    };
  for (const [index, position] of estimates.entries()) {
    if (position[0] > areaSideMetres || position[1] > areaSideMetres)
      yield {
        paths: [[...at, index], ...inNetwork('areaSideMetres')],
        message: `must lie inside the area, 0 to ${metres(areaSideMetres)} both ways, got [${position.join(', ')}]`,
      };
    const height = position[2];
    if (height <= HEIGHTS.above || height > HEIGHTS.highest)
      yield {
        paths: [[...at, index]],
        message: `must have a height above ${metres(HEIGHTS.above)}, from where the path loss is defined, and at most ${metres(HEIGHTS.highest)}, got ${height}`,
      };
    const first = estimates.findIndex((other) => other.every((coordinate, axis) => coordinate === position[axis]));
    if (first < index)
      yield {
        paths: [[...at, index]],
        message: `must differ from estimate ${first}: two targets at one place cannot be told apart`,
      };
  }
}

function hasLongTermRest(clutterSet: ClutterSet): boolean {
  return clutterSet !== 'all' && !('azimuthNodes' in clutterSet && clutterSet.withinMetres === null);
}

function* longTermRules({ sensing }: Network): Generator<BrokenRule> {
  if (!hasLongTermRest(sensing.clutterSet)) return;
  const allowed = "'all' or { azimuthNodes: n } without withinMetres";
  if (sensing.detector === 'joint-glrt')
    yield {
      paths: inNetwork('sensing.clutterSet', 'sensing.detector'),
      message: `must be ${allowed} with the detector 'joint-glrt', which takes out echoes of signals that it knows`,
    };
  else if (sensing.angleErrorDeg > 0)
    yield {
      paths: inNetwork('sensing.clutterSet', 'sensing.angleErrorDeg'),
      message: `must be ${allowed} where angles err anew in every slot: long-term statistics are calibrated once for a place`,
    };
}

/** Most directions, targets · transmit APs or samples, that a receiver with `joint-glrt` tells apart: the order of its largest eigenproblem. */
const MOST_JOINT_DIRECTIONS = 1024;

/**
 * Each of the other targets takes as many directions as there are transmit APs, or samples, of the N · min(τ_s, N · transmit APs) in which
 * anything echoes.
 */
function* jointRules({ accessPoints, block, sensing }: Network): Generator<BrokenRule> {
  const targets = sensing.targetEstimatesMetres.length;
  const transmitters = accessPoints.count - targets * sensing.receivePerRegion;
  if (sensing.detector !== 'joint-glrt' || transmitters < 1) return;
  const antennas = accessPoints.antennaCount;
  const directions = antennas * Math.min(block.sensingSamples, antennas * transmitters);
  const each = Math.min(block.sensingSamples, transmitters);
  const taken = (targets - 1) * each;
  const paths = inNetwork('sensing.targetEstimatesMetres', 'sensing.detector', 'accessPoints.antennaCount');
  if (taken >= directions)
    yield {
      paths,
      message: `must be fewer for the detector 'joint-glrt': the echoes of ${targets - 1} other targets from ${transmitters} transmit APs may fill all ${directions} directions of antennas and samples`,
    };
  else if (targets * each > MOST_JOINT_DIRECTIONS)
    yield {
      paths,
      message: `must be fewer for the detector 'joint-glrt': ${targets} targets and ${transmitters} transmit APs make ${targets * each} directions to tell apart, at most ${MOST_JOINT_DIRECTIONS} are possible`,
    };
}
