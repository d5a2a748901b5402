import { z } from 'zod';
import { above, between, listOf, mustBe, oneOf, pair, section, triple, whole } from './fields.ts';
import type { Holds, Same, Whole } from './same.ts';
import type { Point, TargetConfig, World } from './types.ts';

const MOST_TARGETS = 1024;

const target = section({
  positionMetres: triple(between(0, 100_000)).nullable().default(null),
  velocityMetresPerSecond: triple(between(-1000, 1000)).default([0, 0, 0]),
});

const targetGroup = section({
  count: whole(0, MOST_TARGETS),
  speedMetresPerSecond: pair(between(0, 1000)).default([0, 0]),
});

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** To whole millimetres a second, so that a scenario reads well and its hash hangs on no last bit. */
function toMillimetres(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}

/**
 * The targets that `{ count, speedMetresPerSecond: [slowest, fastest] }` stands for: places drawn by name later, speeds
 * spread evenly over the range, level headings a golden angle apart. No draw, so the file alone says what moves how.
 */
export function expandTargets(count: number, speedMetresPerSecond: readonly [number, number]): TargetConfig[] {
  const [slowest, fastest] = speedMetresPerSecond;
  return Array.from({ length: count }, (_, index) => {
    const speed = slowest + ((fastest - slowest) * (index + 0.5)) / count;
    const heading = index * GOLDEN_ANGLE;
    const velocityMetresPerSecond: Point = [
      toMillimetres(speed * Math.cos(heading)),
      toMillimetres(speed * Math.sin(heading)),
      0,
    ];
    return { positionMetres: null, velocityMetresPerSecond };
  });
}

const targets = z.union(
  [
    listOf(target, MOST_TARGETS, 'targets'),
    targetGroup.transform((group) => expandTargets(group.count, group.speedMetresPerSecond)),
  ],
  { error: mustBe('a list of targets, or { count: n, speedMetresPerSecond: [slowest, fastest] }') },
);

/** Strict schema of the `world` section. Cross-field rules are in `rules.ts`. */
export const worldSchema = section({
  targets: targets.prefault({ count: 4 }),
  rcsVarianceDbsm: between(-100, 100).default(10),
  rcsCorrelationDeg: between(0.1, 360).default(15),
  targetHeightRangeMetres: pair(above(1, 100_000)).default([20, 100]),
  otherEchoes: oneOf(['all', 'inspected']).default('all'),
});

/** Fails to compile when the schema and the `World` type drift apart, in either direction. */
export type SchemaIsWorld = Holds<Same<Whole<z.output<typeof worldSchema>>, World>>;
