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

/** Lines of one curve. */
export const curveOf = (rows: readonly Row[], metric: Metric, association: Association, regions: number) =>
  rows.filter((row) => row.metric === metric && row.association === association && row.regions === regions);
