import { expect, test } from 'vitest';
import { parseNetwork, parseWorld } from './parse.ts';
import { presetNames } from './preset-names.ts';
import { presetScenario } from './presets.ts';

test.each(presetNames)('both sections of %s survive JSON', (name) => {
  const { network, world } = presetScenario(name);
  expect(parseNetwork(JSON.parse(JSON.stringify(network)))).toEqual(network);
  expect(parseWorld(JSON.parse(JSON.stringify(world)))).toEqual(world);
});

test('plain data is held to the same schema and rules, without lines', () => {
  expect(() => parseNetwork({ sensing: { regions: 5 } }, 'run 3')).toThrow(
    /^run 3 network\.sensing\.regions: must be a square/,
  );
  expect(() => parseNetwork({ sensors: {} })).toThrow(/^network network\.sensors: unknown key/);
  expect(() => parseNetwork(null)).toThrow(/^network network: must be a mapping with keys among areaSideMetres/);
  expect(() => parseWorld({ targets: [], network: {} })).toThrow(/^world world\.network: unknown key/);
});
