import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { Row } from '../machinery/experiment.ts';
import type { Chart } from './chart.ts';
import { fontFamily, theme } from './theme.ts';

export interface ChartFiles {
  readonly svg: string;
  readonly png: Uint8Array;
}

/** Pixels of the PNG for one of the SVG. */
const scale = 2;

const fontFolder = fileURLToPath(
  new URL('ttf/', `file://${createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')}`),
);
const fontFiles = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((file) => `${fontFolder}${file}`);

/** Advance of a character of the font on average, in ems: without a canvas Vega would guess 0.8, and leave white margins. */
const characterEms = 0.62;
// Meant to be replaced, and missing from Vega's types.
const { textMetrics } = vega as unknown as {
  textMetrics: { width(item: { fontSize?: number }, text: unknown): number };
};
textMetrics.width = ({ fontSize = 11 }, text) => characterEms * fontSize * String(text ?? '').length;

/** Draws a chart of rows: Vega-Lite to SVG, without a browser, and the SVG to PNG with the font that ships. */
export async function renderChart(chart: Chart, rows: readonly Row[]): Promise<ChartFiles> {
  const spec = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    ...chart.spec,
    data: { values: (chart.rows ?? rows).map((row) => ({ ...row })) },
    config: theme,
  } as unknown as TopLevelSpec;
  const view = new vega.View(vega.parse(compile(spec).spec), { renderer: 'none', logLevel: vega.Error });
  const svg = await view.toSVG();
  view.finalize();
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: fontFamily },
  });
  return { svg, png: image.render().asPng() };
}
