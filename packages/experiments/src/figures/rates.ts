import { closedFormSinr, dataRate, detectionSituation, trackingSituation } from '@vedetta/communication';
import type { AccessPointPower, Deployment, SlotPlan } from '@vedetta/deployment';
import type { Row } from '../machinery/experiment.ts';
import { meanInterval } from '../statistics.ts';
import { SortedSample } from './distribution.ts';
import { distributionRows } from './distribution-rows.ts';

/** Rates of one set-up's UEs, Mbit/s, as a list of numbers. */
export type RateUnit = { readonly rates: string };

/**
 * Rates (17) of all UEs under the powers of a slot, Mbit/s. (23) has its expectations over fading and over the places that the beams visit in
 * closed form: no realisation is drawn.
 */
export function userRates(deployment: Deployment, plan: SlotPlan, power: readonly AccessPointPower[]): number[] {
  const { network } = deployment;
  const tracking = plan.inspections.some(({ phase }) => phase === 'tracking');
  const situation = (tracking ? trackingSituation : detectionSituation)(deployment, plan, power);
  const split = { coherenceSamples: network.block.coherenceSamples, pilotLength: network.users.pilotLength };
  return closedFormSinr(situation).map(({ sinr }) => dataRate(sinr, split, network.propagation.bandwidthMhz)); // (17)
}

/** Step of the printed curve, Mbit/s. */
const grid = 0.5;

/** Lines of one curve; none where there are no UEs. A set-up's line has its smallest rate too, the summary their mean. */
export function rateRows(curve: Row, units: readonly RateUnit[]): Row[] {
  const each = units.map(({ rates }) => (rates === '' ? [] : rates.split(',').map(Number)));
  if (each.every((rates) => rates.length === 0)) return [];
  const least = each.map((rates) => Math.min(...rates));
  const values = each.map((rates) => ({
    distribution: new SortedSample(rates),
    mean: rates.reduce((sum, rate) => sum + rate, 0) / rates.length,
  }));
  const rows = distributionRows({ ...curve, metric: 'rate' }, values, new SortedSample(each.flat()), { step: grid });
  return rows.map((row): Row => {
    if (row.kind === 'set-up') return { ...row, least: least[Number(row.setUp)] };
    return row.kind === 'summary' ? { ...row, least: meanInterval(least).mean } : row;
  });
}
