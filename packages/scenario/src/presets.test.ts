import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { presetText } from './load.ts';
import { presetNames } from './preset-names.ts';
import { presetScenario, readNetwork, readScenario } from './presets.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vedetta-scenario-'));
});
afterAll(() => rm(folder, { recursive: true }));

test.each(presetNames)('preset %s loads, is named after itself and read by its name', async (name) => {
  expect(presetScenario(name).name).toBe(name);
  expect(await readScenario(name)).toBe(presetScenario(name));
});

test('presets are four different scenarios', () => {
  expect(new Set(presetNames.map((name) => presetScenario(name).hash)).size).toBe(presetNames.length);
});

test('paper-literal differs from baseline in the two choices the paper leaves open alone', () => {
  const { network, world } = presetScenario('baseline');
  const propagation = { ...network.propagation, targetGain: 'product', apToApPathLoss: 'nlos' };
  expect(presetScenario('paper-literal').network).toEqual({ ...network, propagation });
  expect(presetScenario('paper-literal').world).toEqual(world);
});

test('the baseline file writes out every key that has a default of its own', () => {
  const { network, world } = parse(presetText('baseline'));
  const scenario = presetScenario('baseline');
  const derived = ['positionsMetres', 'cellSizeMetres', 'guardDistanceMetres', 'detector'];
  for (const [group, settings] of Object.entries(scenario.network)) {
    if (typeof settings !== 'object') expect(network[group]).toBe(settings);
    else
      for (const key of Object.keys(settings))
        if (!derived.includes(key)) expect(network[group], key).toHaveProperty(key);
  }
  expect(Object.keys(world).sort()).toEqual(Object.keys(scenario.world).sort());
});

test('a file is read by its path, and a name that is neither preset nor file is refused with the presets', async () => {
  const file = join(folder, 'mine.yaml');
  await writeFile(file, 'preset: small\n');
  expect((await readScenario(file)).hash).toBe(presetScenario('small').hash);
  await expect(readScenario('smal')).rejects.toThrow(
    "smal: neither a preset nor a file (did you mean 'small'?); presets: demo, baseline, paper-literal, small",
  );
  await expect(readScenario(folder)).rejects.toThrow(`${folder}: is not a file`);
  expect(() => presetScenario('toString')).toThrow('toString: neither a preset nor a file; presets: demo');
});

test('a file that is not UTF-8, or too large, is refused', async () => {
  const file = join(folder, 'bytes.yaml');
  await writeFile(file, Uint8Array.of(0x6e, 0xff, 0xfe));
  await expect(readScenario(file)).rejects.toThrow(`${file}: is not UTF-8 text`);
  await writeFile(file, '#'.repeat(300_000));
  await expect(readScenario(file)).rejects.toThrow('the file has 300000 characters, at most 262144 are allowed');
  await writeFile(file, '#'.repeat(1_100_000));
  await expect(readScenario(file)).rejects.toThrow('has 1100000 bytes, at most 262144 characters are allowed');
});

test('a scenario read for a service has the whole hash and no world', async () => {
  const { name, network, hash } = presetScenario('demo');
  expect(await readNetwork('demo')).toStrictEqual({ name, network, hash });
});
