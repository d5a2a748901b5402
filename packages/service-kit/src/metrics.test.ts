import { expect, it } from 'vitest';
import { createMetrics } from './metrics.ts';

it('metrics of several services render together, gauges as of the scrape', async () => {
  const metrics = createMetrics();
  let attached = 3;
  metrics.counter('reports_total', 'Reports by fate.', ['fate']).inc({ fate: 'used' }, 2);
  metrics.gauge('attached_access_points', 'Attached access points.', () => attached);
  metrics.histogram('frame_seconds', 'Frame duration.', [0.1, 1]).observe(0.5);
  attached = 4;
  const page = await metrics.render();
  expect(page).toContain('vedetta_reports_total{fate="used"} 2');
  expect(page).toContain('vedetta_attached_access_points 4');
  expect(page).toContain('vedetta_frame_seconds_bucket{le="1"} 1');
  expect(metrics.contentType).toContain('text/plain');
});
