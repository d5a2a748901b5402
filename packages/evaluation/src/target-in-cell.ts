import { cellAt, type Deployment, type Inspection } from '@vedetta/deployment';
import type { World } from '@vedetta/scenario';
import { targetsAt } from '@vedetta/world';

/** Did a target stand inside the inspected range cell at the start of the slot? Cells are half open, as `cellAt` has them. */
export function targetInCell(
  deployment: Deployment,
  world: World,
  slot: number,
  inspection: Pick<Inspection, 'region' | 'cell'>,
): boolean {
  return targetsAt(world, deployment.network, slot).some(({ position }) => {
    const place = cellAt(deployment.network, position);
    return place !== null && place.region === inspection.region && place.cell === inspection.cell;
  });
}
