import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { advertisedEndpoint } from './advertised.ts';
import { keepAnnouncing } from './announcer.ts';

const silent = { warn() {} };

it('an announcement is made at once, again and again, soon after a change, and is taken back at the end', async () => {
  const times: number[] = [];
  let withdrawn = 0;
  const announcer = keepAnnouncing({
    announce: async (ttlMs) => {
      expect(ttlMs).toBe(1_600);
      times.push(performance.now());
    },
    withdraw: async () => void withdrawn++,
    logger: silent,
    everyMs: 400,
  });
  await setTimeout(20);
  expect(times).toHaveLength(1);
  announcer.changed();
  announcer.changed();
  await setTimeout(200);
  expect(times).toHaveLength(2);
  await setTimeout(500);
  expect(times.length).toBeGreaterThanOrEqual(3);
  const before = times.length;
  await announcer.close();
  announcer.changed();
  await setTimeout(100);
  expect([times.length, withdrawn]).toEqual([before, 1]);
});

it('a failure is told once, a change during an announcement is not lost, and nothing overlaps', async () => {
  let [warnings, running, most, calls] = [0, 0, 0, 0];
  const announcer = keepAnnouncing({
    async announce() {
      most = Math.max(most, ++running);
      calls++;
      await setTimeout(30);
      running--;
      throw new Error('away');
    },
    withdraw: async () => {},
    logger: { warn: () => void warnings++ },
    everyMs: 60_000,
  });
  await setTimeout(15);
  announcer.changed();
  await setTimeout(300);
  await announcer.close();
  expect({ warnings, most, calls }).toEqual({ warnings: 1, most: 1, calls: 2 });
});

it('a process is reached as told, else where it listens, else by host name', () => {
  expect(advertisedEndpoint('fusion.example:1', '0.0.0.0', 7400)).toBe('fusion.example:1');
  expect(advertisedEndpoint(null, '127.0.0.1', 7400)).toBe('127.0.0.1:7400');
  expect(advertisedEndpoint(null, '::1', 7400)).toBe('[::1]:7400');
  expect(advertisedEndpoint(null, '0.0.0.0', 7400)).toMatch(/^[^:]+:7400$/);
  expect(advertisedEndpoint(null, '0.0.0.0', 7400)).not.toContain('0.0.0.0');
});
