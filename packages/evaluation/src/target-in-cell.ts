import { cellAt, cellExtent, type Deployment, type Inspection } from '@vedetta/deployment';
import type { Point, World } from '@vedetta/scenario';
import { targetsAt } from '@vedetta/world';

/**
 * Did a target stand where an inspection looked, at the start of the slot? In detection inside the range cell, half open as `cellAt` has it; in
 * tracking inside a cell of the same size around the estimate, half open as well.
 */
export function targetInCell(
  { network }: Deployment,
  world: World,
  slot: number,
  inspection: Pick<Inspection, 'phase' | 'region' | 'cell' | 'position'>,
): boolean {
  const stands = inspection.phase === 'tracking' ? isAround : isInside;
  return targetsAt(world, network, slot).some(({ position }) => stands(position));

  function isInside(target: Point): boolean {
    const place = cellAt(network, target);
    return place !== null && place.region === inspection.region && place.cell === inspection.cell;
  }

  function isAround(target: Point): boolean {
    return cellExtent(network).every((extent, axis) => {
      const offset = target[axis] - inspection.position[axis];
      return -extent / 2 <= offset && offset < extent / 2;
    });
  }
}
