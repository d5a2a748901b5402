import type { Config } from 'vega-lite';

/** Ships with the package `dejavu-fonts-ttf`: a figure looks the same on a machine without fonts. */
export const fontFamily = 'DejaVu Sans';

/** Colours that colour-blind readers tell apart (Okabe and Ito), without the yellow that white paper swallows. */
export const palette = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#56B4E9', '#E69F00', '#000000', '#8C564B'];

/** How all figures look: a paper's, white, with light grid lines. */
export const theme: Config = {
  background: 'white',
  padding: 12,
  font: fontFamily,
  view: { stroke: '#888888' },
  range: { category: palette },
  title: {
    fontSize: 14,
    fontWeight: 'bold',
    subtitleFontSize: 11,
    subtitleColor: '#444444',
    anchor: 'start',
    offset: 10,
  },
  axis: {
    labelFontSize: 11,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    gridColor: '#e4e4e4',
    domainColor: '#888888',
  },
  legend: { labelFontSize: 11, titleFontSize: 11, titleFontWeight: 'normal', symbolSize: 80 },
  header: { labelFontSize: 12, titleFontSize: 12, titleFontWeight: 'normal' },
  point: { filled: true, size: 45 },
  line: { strokeWidth: 1.8 },
  rule: { strokeWidth: 1.2 },
};
