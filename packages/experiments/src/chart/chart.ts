import type { Row } from '../machinery/experiment.ts';

/** A figure of an experiment: a Vega-Lite specification without its data, which are put in when it is drawn. */
export interface Chart {
  /** Of its files. */
  readonly name: string;
  readonly spec: Readonly<Record<string, unknown>>;
  /** Rows it draws; the result's when left out. */
  readonly rows?: readonly Row[];
}
