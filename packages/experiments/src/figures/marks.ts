import { palette } from '../chart/theme.ts';

/** Blue for the baseline, as in the paper, and the palette's others for the rest, in order. */
export function colours(values: readonly (number | string)[], baseline: number | string) {
  const others = palette.slice(1);
  const range = values.map((value) => (value === baseline ? palette[0] : others.shift()));
  return { domain: values, range };
}

/** Solid, dashed, dash-dotted, dotted. */
const patterns = [
  [1, 0],
  [7, 4],
  [9, 3, 2, 3],
  [2, 3],
];

export const dashes = (curves: readonly string[], from: readonly number[] = curves.map((_, i) => i)) => ({
  domain: curves,
  range: from.map((i) => patterns[i]),
});

/** Below the panel, a dash a line. */
export const dashLegend = { orient: 'bottom', direction: 'vertical', labelLimit: 340, symbolSize: 400 };

/** Strokes in full colour, whatever the opacity of a band that shares the legend. */
export const solidLegend = {
  symbolType: 'stroke',
  symbolOpacity: 1,
  symbolSize: 200,
  symbolStrokeWidth: 2.5,
  titleLimit: 300,
  labelLimit: 300,
};
