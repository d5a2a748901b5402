import type { Network } from '@vedetta/scenario';
import type { Row } from '../../machinery/experiment.ts';
import type { Metric } from '../metrics.ts';

export type Association = Network['sensing']['association'];

export const associationNames: Readonly<Record<Association, string>> = {
  UTC: 'UTC: users and targets have their APs',
  TC: 'TC: all APs serve all users',
  UC: 'UC: all APs sense one region at a time',
  CF: 'CF: all APs do both',
};
export const associations = Object.keys(associationNames) as Association[];
export const regionCounts: readonly number[] = [1, 4, 9];
export const baselineRegions = 9;

/** Who senses a place: the association, S regions, and M_rx receive APs of each. */
export interface Sensing {
  readonly association: Association;
  readonly regions: number;
  readonly receivePerRegion: number;
}

/** As the paper's: one receive AP a region, so that S is also the number of receivers. */
const onePerRegion = associations.flatMap((association) =>
  regionCounts.map((regions): Sensing => ({ association, regions, receivePerRegion: 1 })),
);

/** M_rx by S such that about as many APs receive: 8, 8 and 9, so that S = 4 is never helped by their number. */
export const receivePerRegionAlike: Readonly<Record<number, number>> = { 1: 8, 4: 2, 9: 1 };

/** UTC with about as many receivers at every S; S = 9 is among the others. */
const asManyReceivers = regionCounts
  .map((regions): Sensing => ({ association: 'UTC', regions, receivePerRegion: receivePerRegionAlike[regions] }))
  .filter(({ receivePerRegion }) => receivePerRegion > 1);

export const curves: readonly Sensing[] = [...onePerRegion, ...asManyReceivers];

/** Lines of one curve. */
export const curveOf = (
  rows: readonly Row[],
  metric: Metric,
  association: Association,
  regions: number,
  receivePerRegion = 1,
) =>
  rows.filter(
    (row) =>
      row.metric === metric &&
      row.association === association &&
      row.regions === regions &&
      row.receivePerRegion === receivePerRegion,
  );

/** Lines of UTC with 8 or 9 receivers. */
export const curveAlike = (rows: readonly Row[], metric: Metric, regions: number) =>
  curveOf(rows, metric, 'UTC', regions, receivePerRegionAlike[regions]);
