import { closedFormSinr, trackingSituation } from '@vedetta/communication';
import { echoMatrix } from '@vedetta/detection';
import { powerInSlot, sinrOf, sirOf } from '@vedetta/power';
import { networkProblem } from '@vedetta/power-plan';
import { angleErrorDeviation } from '@vedetta/signal';
import { createAir } from '@vedetta/world';
import { Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { userRates } from '../rates.ts';
import { makeTrackingSetUp } from '../tracking-set-up.ts';
import { figureScenario } from '../variants.ts';
import { choosePower } from './policies.ts';

const scenario = figureScenario('test', 'isac');
const setUp = makeTrackingSetUp(scenario, 0, 1);
const { deployment, plan, power, echoes } = setUp;
const network = networkProblem(deployment, plan, angleErrorDeviation);

const given = {
  users: new Matrix(
    deployment.users.map(({ id }) => power.map(({ users }) => users.find(({ user }) => user === id)?.power ?? 0)),
  ),
  beams: plan.inspections.flatMap(({ index, transmit }) =>
    transmit.map((accessPoint) => {
      const own = power.find((entry) => entry.accessPoint === accessPoint);
      return own?.inspections.find(({ inspection }) => inspection === index)?.power ?? 0;
    }),
  ),
};

describe('the max-min problem of a network', () => {
  it('has the powers of the network: there and back', () => {
    expect(powerInSlot(plan, network.powerOf(given))).toEqual(power);
  });

  it('has the SINR (23) of the network', () => {
    const sinr = closedFormSinr(trackingSituation(deployment, plan, power)).map((terms) => terms.sinr);
    for (const [k, value] of sinrOf(network.problem, given).entries()) expect(value / sinr[k]).toBeCloseTo(1, 10);
  });

  it('statistical: has the SIR (48) of the echoes of drawn blocks, their angle errors included, within 5 σ of 100 slots', () => {
    const air = createAir(deployment, scenario.world, setUp.seed);
    const slots = 100;
    // [target][interferer]: energies of its own and of all others' echoes at its receive AP, reflectivities independent.
    const energies = plan.inspections.map(() => plan.inspections.map(() => [] as number[]));
    for (let slot = 0; slot < slots; slot++) {
      const blocks = air.transmitBlocks(setUp.onAir(slot));
      for (const [l, { receive }] of plan.inspections.entries())
        for (const [other, { position }] of echoes.entries()) {
          const { re, im } = echoMatrix(deployment, receive[0], position, blocks);
          energies[l][other].push(re.reduce((sum, value, e) => sum + value * value + im[e] * im[e], 0));
        }
    }
    for (const [l, sir] of sirOf(network.problem, given).entries()) {
      const interference = energies[l][0].map((_, slot) =>
        energies[l].reduce((sum, own, other) => (other === l ? sum : sum + own[slot]), 0),
      );
      // A ratio of means by its slope: the mean of own − SIR · others is 0.
      const residual = energies[l][l].map((own, slot) => own - sir * interference[slot]);
      const mean = residual.reduce((sum, value) => sum + value, 0) / slots;
      const variance = residual.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (slots - 1);
      expect(Math.abs(mean)).toBeLessThan(5 * Math.sqrt(variance / slots));
    }
  });
});

describe('optimal power control', { timeout: 120_000 }, () => {
  const rates = userRates(deployment, plan, power);

  it.each([
    'communication',
    'sensingKept',
  ] as const)('%s: within the budgets, the worst UE no worse off', async (policy) => {
    const chosen = await choosePower(policy, power, deployment, plan);
    for (const { users, inspections } of chosen.power)
      expect([...users, ...inspections].reduce((sum, stream) => sum + stream.power, 0)).toBeLessThan(2 + 1e-9);
    const worst = Math.min(...userRates(deployment, plan, chosen.power));
    expect(worst).toBeGreaterThan((1 - 1e-5) * Math.min(...rates));
  });

  it('fractional power control is left as it is', async () => {
    expect(await choosePower('fpc55', power, deployment, plan)).toEqual({ power, floorMet: true });
  });
});
