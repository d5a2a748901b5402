import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Unacknowledged } from './unacknowledged.ts';

it('what is on its way are the reports that were sent and not yet acknowledged, 14 bytes of framing each included', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 3000 });
  fc.assert(
    fc.property(sizes, fc.array(fc.nat(3000), { maxLength: 20 }), (sent, acknowledged) => {
      const open = new Unacknowledged();
      for (const size of sent) open.sent(size, size % 3 > 0);
      for (const count of acknowledged.map((n) => Math.min(n, sent.length)).sort((a, b) => a - b)) {
        open.acknowledge(sent.slice(0, count).reduce((sum, size) => sum + size, 0));
        expect(open.bytes).toBe(sent.slice(count).reduce((sum, size) => sum + (size % 3 > 0 ? size + 14 : 0), 0));
      }
    }),
    { numRuns: 50 },
  );
});
