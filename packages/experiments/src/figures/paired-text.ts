import { type Metric, metricNames } from './metrics.ts';

/** Of two curves, set-up by set-up, with the half width of its 95 % interval. */
export interface Difference {
  readonly mean: number;
  readonly half: number;
}

export const rises = ({ mean, half }: Difference): boolean => mean - half > 0;
export const falls = ({ mean, half }: Difference): boolean => mean + half < 0;

export const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;

export const differenceText = ({ mean, half }: Difference, metric: Metric): string =>
  `${signed(mean)} ± ${half.toFixed(2)} ${metricNames[metric].unit}`;
