import { describe, expect, test } from 'vitest';
import { eventually, getJson, runBatch, scenarioFile, startLive, temporaryFolder } from './support/network.ts';
import { readRun } from './support/stored.ts';

const slots = 240;
const scenario = scenarioFile('quick');

const batch = (folder: string, ...more: string[]) =>
  runBatch(scenario, folder, '--seed', '11', '--slots', `${slots}`, ...more);

describe('same scenario and seed, same decisions, bit for bit', () => {
  test(
    'with 1, 4 and 16 AP processes, messages shuffled, and stopped and resumed in between',
    { timeout: 480_000 },
    async () => {
      await using alone = await temporaryFolder();
      await using four = await temporaryFolder();
      await using sixteen = await temporaryFolder();
      await using resumed = await temporaryFolder();
      await batch(alone.path, '--ap-processes', '1');
      await batch(four.path, '--ap-processes', '4', '--jitter-ms', '25');
      await batch(sixteen.path, '--ap-processes', '16');

      const live = await startLive([
        scenario,
        '--seed',
        '11',
        '--slots',
        String(slots),
        '--pace',
        'fast',
        '--data',
        resumed.path,
      ]);
      await eventually('some slots are decided', 30_000, async () => {
        const { items } = await getJson<{ items: { decidedSlots: number }[] }>(`${live.url}/v1/runs`);
        return items[0].decidedSlots >= 16 ? true : null;
      });
      live.child.kill('SIGINT');
      expect((await live.finished).code).toBe(0);
      const halfway = await readRun(resumed.path);
      expect(halfway.run.status).toBe('running');
      expect(halfway.run.decidedSlots).toBeLessThan(slots);
      await batch(resumed.path);

      const reference = await readRun(alone.path);
      expect(reference.lines.length).toBe(slots * 4);
      expect(reference.lines.filter((line) => line.includes('targetPresent')).length).toBeGreaterThan(0);
      for (const other of [four, sixteen, resumed]) expect((await readRun(other.path)).lines).toEqual(reference.lines);
    },
  );
});
