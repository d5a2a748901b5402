import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run, runBatch, scenarioFile, temporaryFolder } from './support/network.ts';
import { readRun } from './support/stored.ts';

const slots = 240;
const scenario = scenarioFile('quick');

const batchOf = (scenario: string, folder: string, ...more: string[]) =>
  runBatch(scenario, folder, '--seed', '11', '--slots', `${slots}`, ...more);

test(
  'same scenario and seed, same decisions under max-min power control, whose powers are solved for once and kept; and as a replay, and open books, have it',
  { timeout: 480_000 },
  async () => {
    await using one = await temporaryFolder();
    await using three = await temporaryFolder();
    const named = join(one.path, 'max-min.yaml');
    const text = await readFile(scenario, 'utf8');
    await writeFile(named, text.replace('network:\n', 'network:\n  power: { policy: { sirFloorDb: -3 } }\n'));
    const [alone, many] = [one, three].map(({ path }) => join(path, 'data'));
    await batchOf(named, alone, '--ap-processes', '1');
    await batchOf(named, many, '--ap-processes', '3', '--jitter-ms', '25');
    const reference = await readRun(alone);
    expect(reference.lines.length).toBe(slots * 4);
    expect((await readRun(many)).lines).toEqual(reference.lines);
    const replay = await run(['replay', '--data', many]);
    expect(replay.stdout).toContain(`${slots * 8} local statistics computed again, 0 different`);
    const stored = await run(['slot', '7', '--ap', '3', '--data', many, '--json']);
    const fresh = await run(['slot', '7', '--ap', '3', '--preset', named, '--seed', '11', '--json']);
    const inspections = ({ stdout }: { stdout: string }) => JSON.parse(stdout).inspections;
    expect(inspections(stored)).toHaveLength(1);
    expect(inspections(fresh)).toEqual(inspections(stored));
    const uniform = await run(['slot', '7', '--ap', '3', '--preset', scenario, '--seed', '11', '--json']);
    expect(inspections(uniform)[0].statistic).not.toBe(inspections(stored)[0].statistic);
  },
);
