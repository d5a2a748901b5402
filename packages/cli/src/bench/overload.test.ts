import { expect, it } from 'vitest';
import { runOverload } from './overload.ts';

it('ten times what a link carries: drops before encoding are counted, and what arrives is fresh rather than queued', async () => {
  const seen = await runOverload({ rateMbps: 0.1, times: 10, overloadMs: 4000, calmMs: 1500 });
  expect(seen.withheld).toBeGreaterThan(0.7 * seen.offered);
  expect(seen.withheld + seen.arrived).toBe(seen.offered);
  expect(seen.withheldTold).toBe(seen.withheld);
  // What the link carries while delays last and in half of what they leave of the window, and the report that crossed the line.
  expect(seen.mostUnacknowledgedBytes).toBeLessThanOrEqual(0.1 * 125 * 51 + 64);
  // Queued, the last report would have waited for nine times the length of the overload.
  expect(Math.max(...seen.latenciesMs)).toBeLessThan(2000);
  expect(seen.calm.length).toBeGreaterThan(3);
  expect(seen.calm.at(-1)?.latencyMs).toBeLessThan(500);
});
