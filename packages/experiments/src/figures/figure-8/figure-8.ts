import { fractionalFigure } from '../fractional-power/fractional-figure.ts';
import { userRates } from '../rates.ts';
import { sicnrUnits } from '../sicnr-unit.ts';
import { makeTrackingSetUp } from '../tracking-set-up.ts';
import { baselineRcsDbsm } from '../variants.ts';

/** Up to where the echoes of other targets outweigh clutter and noise by far. */
const rcsDbsm = [baselineRcsDbsm, -10, 0, 20, 30, 40, 50];

export const figure8 = fractionalFigure({
  name: 'figure-8',
  title: 'SICNR and data rate under fractional power control',
  summary:
    'While four targets are followed: CDF of the SICNR (45) and of the users’ data rates (17) for pairs of exponents (κ_c, κ_s) of fractional power control (57)–(59), with both tasks, without sensing beams and without communication; what is left out gives its power to the other task, or to nobody. What leaving a task out costs is also shown against σ_α², and with 64 users.',
  metric: 'sicnr',
  rcsDbsm,
  moreUsers: [64],
  compute(scenario, changePower, realisations, { unit, seed, progress }) {
    const setUp = makeTrackingSetUp(scenario, unit, seed, changePower);
    const { deployment, plan, power } = setUp;
    const sensing = sicnrUnits(scenario.world, setUp, { rcsDbsm, realisations }, progress);
    return { sensing, rates: () => userRates(deployment, plan, power) };
  },
});
