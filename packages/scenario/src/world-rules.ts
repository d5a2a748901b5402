import { type BrokenRule, inNetwork, metres, type Path } from './broken-rule.ts';
import type { Network, World } from './types.ts';

/** Rules of the `world` section, and, given the network it is the world of, of both. */
export function* worldRules(
  world: World,
  network?: Pick<Network, 'areaSideMetres' | 'sensing'>,
): Generator<BrokenRule> {
  const { areaSideMetres, sensing } = network ?? {};
  if (sensing?.phase === 'tracking' && world.otherEchoes === 'inspected')
    yield {
      paths: [['world', 'otherEchoes'], ...inNetwork('sensing.phase')],
      message: "must be 'all' in the phase 'tracking', which inspects no cells: every target echoes",
    };
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
