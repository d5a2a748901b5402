import { expect, it } from 'vitest';
import { benchPower, searchesPerLayout } from './bench-power.ts';
import { powerText } from './power-text.ts';

it('each design has what it asks for: without a floor the most SINR, proved; sensing-prioritised the most SIR; half the SINR where that is kept', async () => {
  const told: number[] = [];
  const bench = await benchPower({ users: 4, accessPoints: 5, targets: 2 }, 1, (done) => told.push(done));
  const [free, communication, sensing, kept] = bench.rows;
  expect(told).toEqual(Array.from({ length: searchesPerLayout }, (_, i) => i + 1));
  expect(bench.rows).toHaveLength(searchesPerLayout);
  expect(free.provedGap).toBeLessThanOrEqual(1e-4);
  expect(communication.minSinr).toBeLessThanOrEqual(free.minSinr * (1 + 1e-4));
  expect(communication.gap).toBeLessThanOrEqual(communication.provedGap ?? 0);
  expect(sensing.minSir).toBeGreaterThan(communication.minSir);
  expect(kept.minSinr).toBeGreaterThanOrEqual(free.minSinr / 2);
  for (const { gap, feasibilityGap } of bench.rows) {
    expect(gap).toBeGreaterThanOrEqual(0);
    expect(Number.isFinite(feasibilityGap)).toBe(true);
  }
  const lines = powerText(bench).split('\n');
  for (const [i, { design, iterations }] of bench.rows.entries()) {
    expect(lines[3 + i].startsWith(design)).toBe(true);
    expect(lines[3 + i].split(/ +/)).toContain(String(iterations));
  }
});
