import { colours, dashes, dashLegend, solidLegend } from './marks.ts';

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
  /** Of the curves' dashes; 0, 1, … when left out. */
  readonly patterns?: readonly number[];
  /** What is drawn; the SCNR in column scnrDb when left out. */
  readonly x?: { readonly field: string; readonly title: string };
  readonly domain: readonly [number, number];
}

/** One panel of CDFs, each with its 95 % band over the set-ups. */
export function cdfPanel({ title, filter, colour, curves, patterns, x: drawn, domain }: CdfPanel) {
  const { field, values, baseline } = colour;
  const x = {
    ...(drawn ?? { field: 'scnrDb', title: 'SCNR (dB)' }),
    type: 'quantitative',
    scale: { domain, nice: false },
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
    scale: dashes(curves, patterns),
    legend: dashLegend,
  };
  const detail = curves.length > 1 ? { detail: { field: 'curve' } } : {};
  const within = `datum.${x.field} >= ${domain[0]} && datum.${x.field} <= ${domain[1]}`;
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
