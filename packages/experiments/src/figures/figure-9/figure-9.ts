import type { Experiment, Point, Row } from '../../machinery/experiment.ts';
import { distributionColumns, distributionRows } from '../distribution-rows.ts';
import { type RateUnit, rateRows, userRates } from '../rates.ts';
import { gridDb, scnrValues } from '../scnr-rows.ts';
import { type SicnrUnit, sicnrUnits } from '../sicnr-unit.ts';
import { makeTrackingSetUp } from '../tracking-set-up.ts';
import { baselineRcsDbsm, extents, figureScenario } from '../variants.ts';
import { figure9Charts } from './charts.ts';
import { choosePower, isOptimal, type Policy, policies, policyNames } from './policies.ts';
import { figure9Verdicts } from './verdicts.ts';

export type Figure9Parameters = { readonly policy: Policy; readonly realisations: number };

type Figure9Unit = SicnrUnit & RateUnit & { readonly floorMet: boolean; readonly spentShare: number };

/** Max-min power control takes seconds a set-up. */
const figureExtents: typeof extents = { ...extents, quick: { setUps: 20, realisations: 10 } };

export const figure9: Experiment<Figure9Parameters> = {
  name: 'figure-9',
  title: 'SICNR and data rate under optimal and fractional power control',
  summary:
    'While four targets are followed: CDF of the SICNR (45) and of the users’ data rates (17) under fractional power control (FPC) and under max-min power control (OPC, (49)): with a fixed floor γ̄₀ on the SIR (48) of every target (communication p.), with the highest floor that there is (sensing p.), and with the highest that leaves the worst UE what uniform power gives it.',
  kind: 'computation',
  columns: {
    policy: `power control: ${policyNames.map((policy) => `${policy}, ${policies[policy].name}`).join('; ')}`,
    ...distributionColumns,
    floorMet:
      'share of set-ups in which some powers have the floor γ̄₀; in the others it is 1 dB below what they can have, or power control stays fractional',
    spentShare: 'share of all power budgets that is spent; the mean over the set-ups, in a summary',
  },
  points: (size) =>
    policyNames.map((policy): Point<Figure9Parameters> => {
      const { setUps, realisations } = figureExtents[size];
      return {
        name: policies[policy].name,
        parameters: { policy, realisations },
        scenario: figureScenario('figure-9', 'isac', {
          power: { policy: 'fractional', ...policies[policy].exponents },
        }),
        units: setUps,
        weight: isOptimal(policy) ? 10 : 1,
      };
    }),
  async compute({ scenario, parameters: { policy, realisations } }, { unit, seed, progress }) {
    const fractional = makeTrackingSetUp(scenario, unit, seed);
    const { deployment, plan } = fractional;
    const { power, floorMet } = await choosePower(policy, fractional.power, deployment, plan);
    const setUp = makeTrackingSetUp(scenario, unit, seed, () => power);
    const [sicnr] = sicnrUnits(scenario.world, setUp, { rcsDbsm: [baselineRcsDbsm], realisations }, progress);
    const spent = power.flatMap(({ users, inspections }) => [...users, ...inspections]);
    const spentShare =
      spent.reduce((sum, stream) => sum + stream.power, 0) / (power.length * scenario.network.accessPoints.powerW);
    return [{ ...sicnr, rates: userRates(deployment, plan, power).join(), floorMet, spentShare }];
  },
  aggregate({ parameters: { policy } }, units) {
    const all = units.flat() as Figure9Unit[];
    const { each, all: together } = scnrValues(all);
    const share = (of: (unit: Figure9Unit) => number) => all.reduce((sum, unit) => sum + of(unit), 0) / all.length;
    const rows = distributionRows({ policy, metric: 'sicnr' }, each, together, { step: gridDb });
    const withPower = rows.map((row): Row => {
      if (row.kind === 'set-up') return { ...row, spentShare: all[Number(row.setUp)].spentShare };
      if (row.kind === 'cdf') return row;
      return {
        ...row,
        floorMet: share((unit) => (unit.floorMet ? 1 : 0)),
        spentShare: share((unit) => unit.spentShare),
      };
    });
    return [...withPower, ...rateRows({ policy }, all)];
  },
  verdicts: figure9Verdicts,
  charts: figure9Charts,
};
