import { slotTimeMs } from '@vedetta/deployment';
import { type DrawKey, drawKey, fillUniform } from '@vedetta/numerics';
import type { Network, Point, TargetConfig, World } from '@vedetta/scenario';

export interface Target {
  readonly id: number;
  /** m. */
  readonly position: Point;
  /** m/s, after the reflections so far. */
  readonly velocity: Point;
}

/**
 * Where the targets are when a slot starts: constant velocity, mirrored at the sides of the area and at the ends of the height range.
 * Closed form in the slot's time, so any slot can be asked in any order. A start that is not given is uniform over the volume, drawn
 * by name from the layout seed.
 *
 * @param slot  0 ≤ slot < 2³²
 * @throws {DeploymentError} SLOT_OUT_OF_RANGE
 */
export function targetsAt(world: World, network: Network, slot: number): Target[] {
  const seconds = slotTimeMs(network, slot) / 1000;
  const side = network.areaSideMetres;
  const [lowest, highest] = world.targetHeightRangeMetres;
  const key = drawKey(network.layoutSeed, 'world/target-place');
  return world.targets.map((config, id): Target => {
    const start = startOf(config, id, key, side, world.targetHeightRangeMetres);
    const velocity = config.velocityMetresPerSecond;
    const x = reflect(start[0], velocity[0], seconds, 0, side);
    const y = reflect(start[1], velocity[1], seconds, 0, side);
    const z = reflect(start[2], velocity[2], seconds, lowest, highest);
    return { id, position: [x.value, y.value, z.value], velocity: [x.rate, y.rate, z.rate] };
  });
}

/**
 * A coordinate that moves at a constant rate between two mirrors, after `seconds`. Between mirrors that coincide it rests.
 *
 * @returns value within [lower, upper], and the rate with its sign after the reflections
 */
export function reflect(
  start: number,
  rate: number,
  seconds: number,
  lower: number,
  upper: number,
): { value: number; rate: number } {
  const span = upper - lower;
  if (!(span > 0)) return { value: lower, rate: 0 };
  const period = 2 * span;
  const remainder = (start - lower + rate * seconds) % period;
  const unfolded = remainder < 0 ? remainder + period : remainder;
  if (unfolded <= span) return { value: Math.min(upper, lower + unfolded), rate };
  return { value: Math.max(lower, upper - (unfolded - span)), rate: -rate };
}

function startOf(
  config: TargetConfig,
  id: number,
  key: DrawKey,
  side: number,
  [lowest, highest]: readonly [number, number],
): Point {
  if (config.positionMetres !== null) return config.positionMetres;
  const uniform = new Float64Array(3);
  fillUniform(key, id, 0, 0, uniform);
  return [side * uniform[0], side * uniform[1], lowest + (highest - lowest) * uniform[2]];
}
