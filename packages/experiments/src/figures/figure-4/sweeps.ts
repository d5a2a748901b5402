import type { Row } from '../../machinery/experiment.ts';
import { baseline, type ReadingName } from './values.ts';

/** Lines of one curve of the sweep over K. */
export const byUsers = (rows: readonly Row[], users: number, reading: ReadingName) =>
  rows.filter(
    (row) => row.reading === reading && row.users === users && row.sensingSamples === baseline.sensingSamples,
  );

/** Lines of one curve of the sweep over τ_s. */
export const bySamples = (rows: readonly Row[], samples: number) =>
  rows.filter((row) => row.reading === 'baseline' && row.users === baseline.users && row.sensingSamples === samples);
