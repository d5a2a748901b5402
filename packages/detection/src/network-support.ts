import {
  type AccessPointPower,
  type Deployment,
  deployNetwork,
  type Inspection,
  planSlot,
  type SlotPlan,
} from '@vedetta/deployment';
import { parseNetwork } from '@vedetta/scenario';
import { type DrawnTransmission, drawTransmission } from './long-term/draw-transmission.ts';
import type { SlotSituation } from './types.ts';

/** Networks in a slot, for tests of receivers that know only part of it. */
export interface TestSlot extends DrawnTransmission {
  readonly deployment: Deployment;
  readonly plan: SlotPlan;
  readonly situation: SlotSituation;
}

/** @param sensing  changes of the section `sensing`. */
export function testDeployment(changes: Record<string, unknown>, sensing: Record<string, unknown>): Deployment {
  return deployNetwork(
    parseNetwork({
      areaSideMetres: 500,
      accessPoints: { count: 16, antennaCount: 3 },
      users: { count: 12, pilotLength: 6 },
      block: { coherenceSamples: 20, sensingSamples: 20 },
      ...changes,
      sensing: { regions: 4, transmitPerRegion: 3, echoSet: { nearest: 3 }, ...sensing },
    }),
  );
}

/** What is on air in a slot: equal power for all beams of an AP, signals drawn by name. */
export function testSlot(deployment: Deployment, slot: number, draw = slot): TestSlot {
  const plan = planSlot(deployment, slot);
  const power = equalPower(deployment, plan);
  const drawn = drawTransmission(deployment, plan, power, draw, 4_000_000_000);
  return { deployment, plan, ...drawn, situation: { power, symbols: drawn.symbols } };
}

export function equalPower(deployment: Deployment, plan: SlotPlan): AccessPointPower[] {
  return deployment.transmitAccessPoints.map((accessPoint) => {
    const users = deployment.usersOf[accessPoint];
    const sensed = plan.inspections.filter(({ transmit }) => transmit.includes(accessPoint));
    const each = deployment.network.accessPoints.powerW / Math.max(1, users.length + sensed.length);
    return {
      accessPoint,
      users: users.map((user) => ({ user, power: each })),
      inspections: sensed.map(({ index }) => ({ inspection: index, power: each })),
    };
  });
}

export function looksOf(plan: SlotPlan): { inspection: Inspection; receiver: number }[] {
  return plan.inspections.flatMap((inspection) => inspection.receive.map((receiver) => ({ inspection, receiver })));
}
