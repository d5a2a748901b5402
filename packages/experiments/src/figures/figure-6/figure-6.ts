import { fractionalFigure } from '../fractional-power/fractional-figure.ts';
import { userRates } from '../rates.ts';
import { scnrOfLooks } from '../scnr-unit.ts';
import { makeSetUp } from '../set-up.ts';
import { baselineRcsDbsm } from '../variants.ts';

export const figure6 = fractionalFigure({
  name: 'figure-6',
  title: 'SCNR and data rate under fractional power control',
  summary:
    'CDF of the SCNR (36) and of the users’ data rates (17) for pairs of exponents (κ_c, κ_s) of fractional power control (57)–(59), with both tasks, without sensing beams and without communication; what is left out gives its power to the other task, or to nobody.',
  metric: 'scnr',
  rcsDbsm: [baselineRcsDbsm],
  moreUsers: [],
  compute(scenario, changePower, realisations, { unit, seed, progress }) {
    const setUp = makeSetUp(scenario, unit, seed, changePower);
    const { deployment, power, onAir } = setUp;
    const sensing = [scnrOfLooks(scenario, setUp, [setUp], realisations, progress)];
    return { sensing, rates: () => userRates(deployment, onAir(0).plan, power) };
  },
});
