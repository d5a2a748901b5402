import type { Row } from '../../machinery/experiment.ts';
import { baselineClutterScale, baselineRcsDbsm } from '../variants.ts';

export type TrackingVariant = 'isac' | 'redistribute' | 'unspent';
export const trackingVariants: readonly TrackingVariant[] = ['isac', 'redistribute', 'unspent'];

/** Lines of one curve. */
export const curveOf = (
  rows: readonly Row[],
  variant: TrackingVariant,
  { rcsDbsm = baselineRcsDbsm, clutterScale = baselineClutterScale },
) => rows.filter((row) => row.variant === variant && row.rcsDbsm === rcsDbsm && row.clutterScale === clutterScale);
