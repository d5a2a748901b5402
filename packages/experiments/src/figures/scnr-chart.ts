import { colours, dashes, solidLegend } from './marks.ts';

export interface CdfPanel {
  readonly title: string;
  /** Vega expression that picks the panel's lines. */
  readonly filter: string;
  /** Field that colours the curves, its title, values, and the baseline's, which is blue. */
  readonly colour: {
    readonly field: string;
    readonly title: string;
    readonly values: readonly (number | string)[];
    readonly baseline: number | string;
  };
  /** Field `curve` names the line's dash: solid, dashed, dash-dotted, dotted; none when all are solid. */
  readonly curves: readonly string[];
  readonly domainDb: readonly [number, number];
}

/** One panel of CDFs of the SCNR, each with its 95 % band over the set-ups. */
export function cdfPanel({ title, filter, colour, curves, domainDb }: CdfPanel) {
  const { field, values, baseline } = colour;
  const x = {
    field: 'scnrDb',
    type: 'quantitative',
    title: 'SCNR (dB)',
    scale: { domain: domainDb, nice: false },
    axis: { labelFlush: false },
  };
  const y = { field: 'cdf', type: 'quantitative', title: 'CDF', scale: { domain: [0, 1] } };
  const color = {
    field,
    type: 'nominal',
    title: colour.title,
    scale: colours(values, baseline),
    legend: solidLegend,
  };
  const strokeDash = {
    field: 'curve',
    type: 'nominal',
    title: null,
    scale: dashes(curves),
    legend: { orient: 'bottom', direction: 'vertical', labelLimit: 340, symbolSize: 400 },
  };
  const detail = curves.length > 1 ? { detail: { field: 'curve' } } : {};
  const within = `datum.scnrDb >= ${domainDb[0]} && datum.scnrDb <= ${domainDb[1]}`;
  return {
    title,
    width: 330,
    height: 300,
    transform: [{ filter: `datum.kind == 'cdf' && ${within} && (${filter})` }],
    layer: [
      {
        mark: { type: 'area', opacity: 0.1 },
        encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' }, color, ...detail },
      },
      { mark: { type: 'line' }, encoding: { x, y, color, ...(curves.length > 1 ? { strokeDash } : {}) } },
    ],
  };
}
