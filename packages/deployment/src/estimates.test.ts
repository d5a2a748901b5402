import type { Point } from '@vedetta/scenario';
import { expect, test } from 'vitest';
import { deployNetwork } from './deploy-network.ts';
import { deployTracking } from './deploy-tracking.ts';
import { estimatesAt, follows, withAngleErrors } from './estimates.ts';
import { planSlot } from './plan-slot.ts';
import { planTracking } from './plan-tracking.ts';
import { testNetwork } from './test-network.ts';
import type { SlotPlan, TrackingDeployment } from './types.ts';

const positions: readonly Point[] = [
  [100, 120, 40],
  [600, 300, 25],
  [350, 650, 90],
];

function following(sensing: Record<string, unknown> = {}): TrackingDeployment {
  const deployment = deployNetwork(
    testNetwork({ sensing: { phase: 'tracking', targetEstimatesMetres: positions, ...sensing } }),
  );
  if (!follows(deployment)) throw new Error('follows nothing');
  return deployment;
}

/** As a plan comes out of a message or a row. */
const told = ({ slot, inspections }: SlotPlan): SlotPlan => ({
  slot,
  inspections: inspections.map(({ angleError: _, ...inspection }) => inspection),
});

test('in the phase tracking a network follows the estimates of its section, and plans them', () => {
  const deployment = following();
  const same = deployTracking(
    deployment.network,
    positions.map((position) => ({ position })),
  );
  expect(deployment.targets).toEqual(same.targets);
  expect(deployment.accessPoints).toEqual(same.accessPoints);
  expect(planSlot(deployment, 9)).toEqual(planTracking(same, 9));
  expect(follows(deployNetwork(testNetwork()))).toBe(false);
});

test('without a deviation estimates are the positions, and plans stay as they were told', () => {
  const deployment = following();
  expect(estimatesAt(deployment, 3)).toBe(deployment.targets);
  const plan = planSlot(deployment, 3);
  expect(withAngleErrors(deployment, plan)).toBe(plan);
});

test.each(['UTC', 'UC'])('%s: a plan that was told gets back the angle errors it was made with', (association) => {
  const deployment = following({ angleErrorDeg: 0.6, association });
  for (const slot of [0, 1, 2, 811]) {
    const plan = planSlot(deployment, slot);
    expect(plan.inspections.every(({ angleError }) => angleError !== undefined)).toBe(true);
    expect(withAngleErrors(deployment, told(plan))).toEqual(plan);
    for (const { region, position, angleError } of plan.inspections)
      expect(estimatesAt(deployment, slot)[region]).toEqual({ position, angleError });
  }
});

test('statistical: both angle errors of every target are N(0, σ_ε²), anew in every slot, within 4.5 σ of 4000 slots', () => {
  const deployment = following({ angleErrorDeg: 0.6 });
  const slots = 4000;
  const variance = ((0.6 * Math.PI) / 180) ** 2;
  const squares = new Float64Array(6);
  let cross = 0;
  let successive = 0;
  let last = 0;
  for (let slot = 0; slot < slots; slot++) {
    const errors = estimatesAt(deployment, slot).flatMap(({ angleError }) =>
      angleError ? [angleError.azimuth, angleError.elevation] : [],
    );
    errors.forEach((error, i) => {
      squares[i] += error ** 2;
    });
    cross += errors[0] * errors[2];
    successive += errors[0] * last;
    last = errors[0];
  }
  // Var ε² = 2σ⁴, Var(εε') = σ⁴ for independent ones.
  for (const sum of squares)
    expect(Math.abs(sum - slots * variance)).toBeLessThan(4.5 * variance * Math.sqrt(2 * slots));
  expect(Math.abs(cross)).toBeLessThan(4.5 * variance * Math.sqrt(slots));
  expect(Math.abs(successive)).toBeLessThan(4.5 * variance * Math.sqrt(slots));
});
