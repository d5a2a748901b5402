import { expect, it } from 'vitest';
import { renderChart } from './render.ts';

const rows = [
  { x: 1, y: 0.2 },
  { x: 2, y: 0.8 },
];
const spec = (title: string) => ({
  title,
  width: 200,
  height: 100,
  mark: 'point',
  encoding: { x: { field: 'x', type: 'quantitative' }, y: { field: 'y', type: 'quantitative' } },
});

it('a chart is drawn with the font that ships: its PNG has the letters, on a machine without fonts too', async () => {
  const { svg, png } = await renderChart({ name: 'chart', spec: spec('A title') }, rows);
  expect(svg).toContain('DejaVu Sans');
  expect(svg).toContain('A title');
  expect([...png.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  const other = await renderChart({ name: 'chart', spec: spec('B title') }, rows);
  expect(Buffer.from(other.png).equals(Buffer.from(png))).toBe(false);
  const again = await renderChart({ name: 'chart', spec: spec('A title') }, rows);
  expect(Buffer.from(again.png).equals(Buffer.from(png))).toBe(true);
});
