import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { run, scenarioFile, temporaryFolder } from './support/network.ts';
import { readRun } from './support/stored.ts';

const quick = scenarioFile('quick');
const slots = 64;

/** A run of the quick network, or of another, with a `fronthaul` section, and other keys of `sensing`: its decisions, and what a replay of them says. */
async function decide(fronthaul: object, sensing: object = {}, scenario = quick): Promise<readonly string[]> {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'split.yaml');
  const { network, world } = parse(await readFile(scenario, 'utf8'));
  const changed = { ...network, fronthaul, sensing: { ...network.sensing, ...sensing } };
  await writeFile(file, stringify({ network: changed, world }));
  const data = join(folder.path, 'data');
  const options = ['--seed', '11', '--slots', String(slots), '--pace', 'fast', '--port', '0', '--evaluate', 'off'];
  const { code, stderr } = await run(['up', file, '--data', data, ...options]);
  expect([code, stderr]).toEqual([0, '']);
  const replay = await run(['replay', '--data', data]);
  expect(replay.stdout).toContain('0 different');
  return (await readRun(data)).lines;
}

test(
  'lossless raw, sufficient and scalar decide alike, bit for bit, and each replays',
  { timeout: 180_000 },
  async () => {
    const scalar = await decide({});
    expect(scalar).toHaveLength(slots * 4);
    expect(await decide({ split: 'sufficient' })).toEqual(scalar);
    expect(await decide({ split: 'raw' })).toEqual(scalar);
  },
);

test(
  'references that travel change nothing but the rounding with which transmit access points send: every split decides alike',
  { timeout: 180_000 },
  async () => {
    const scalar = await decide({ references: 'explicit' });
    expect(scalar).toHaveLength(slots * 4);
    expect(scalar.filter((line) => line.includes(':missing:'))).toEqual([]);
    expect(await decide({ references: 'explicit', split: 'sufficient' })).toEqual(scalar);
    expect(await decide({ references: 'explicit', split: 'raw' })).toEqual(scalar);
  },
);

test.each([{ strongest: 2 }, { azimuthNodes: 24, withinMetres: 120 }])(
  'receivers that know some of the clutter (%j) decide alike in every split, also when messages are lost',
  { timeout: 480_000 },
  async (clutterSet) => {
    const lossy = { references: 'explicit', link: { up: { lossProbability: 0.1 } } };
    const knowing = { echoSet: { nearest: 2 }, clutterSet };
    const scalar = await decide(lossy, knowing);
    expect(scalar).toHaveLength(slots * 4);
    expect(scalar.filter((line) => /:(lost|missing):/.test(line)).length).toBeGreaterThan(0);
    expect(await decide({ ...lossy, split: 'sufficient' }, knowing)).toEqual(scalar);
    // At the CPU a reference that is lost costs the report as it does at the access point; nothing else differs.
    expect(await decide({ ...lossy, split: 'raw' }, knowing)).toEqual(scalar);
  },
);

test(
  'targets followed in directions that err: every split decides alike, and so where references travel, up to their rounding',
  { timeout: 480_000 },
  async () => {
    const following = scenarioFile('following');
    const erring = { angleErrorDeg: 0.6 };
    const scalar = await decide({}, erring, following);
    expect(scalar).toHaveLength(slots * 4);
    expect(await decide({ split: 'sufficient' }, erring, following)).toEqual(scalar);
    expect(await decide({ split: 'raw' }, erring, following)).toEqual(scalar);
    const told = await decide({ references: 'explicit' }, erring, following);
    expect(told.filter((line) => line.includes(':missing:'))).toEqual([]);
    expect(await decide({ references: 'explicit', split: 'raw' }, erring, following)).toEqual(told);
  },
);

test(
  'samples in block floating point replay bit for bit, and are nearer to the lossless statistic with every four bits',
  {
    timeout: 180_000,
  },
  async () => {
    const statistics = (lines: readonly string[]) => lines.map((line) => Number(line.split(' ')[5]));
    const exact = statistics(await decide({ split: 'raw' }));
    const difference = async (mantissaBits: number) => {
      const got = statistics(await decide({ split: 'raw', sampleFormat: { mantissaBits } }));
      return Math.sqrt(got.reduce((sum, value, i) => sum + (value - exact[i]) ** 2, 0) / got.length);
    };
    const [eight, twelve, sixteen] = [await difference(8), await difference(12), await difference(16)];
    // Four bits are a factor of 16 in the rounding of y, and so in the statistic, where rounding is small against y.
    expect(twelve).toBeLessThan(eight / 8);
    expect(sixteen).toBeLessThan(twelve / 8);
    expect(sixteen).toBeGreaterThan(0);
  },
);
