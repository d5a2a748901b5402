import { expect, test } from 'vitest';
import { loadScenario } from './load.ts';
import { presetScenario } from './presets.ts';
import { refusals } from './test-problems.ts';

test('a mapping without keys is the baseline scenario', () => {
  expect(loadScenario('{}', 'x.yaml').hash).toBe(presetScenario('baseline').hash);
  expect(loadScenario('network:\n  users:\nworld:\n', 'x.yaml').hash).toBe(presetScenario('baseline').hash);
});

test('every problem of a file is reported at once, in the order of the text, with line, column and what is allowed', () => {
  const text = `preset: baseline
netwrk: 1
network:
  acessPoints: {}
  areaSideMetres: -4
  users:
    count: 3.5
    pilotAssignment: gredy
  block: {sensingSamples: 60}
  sensing: {regions: 8, receivePerRegion: 2, echoSet: {nearst: 4}, cellSizeMetres: [1, 2]}
world:
  targets:
    - positionMetres: [900, 1, 7]
    - positonMetres: null
      velocityMetresPerSecond: fast
`;
  expect(refusals(text)).toEqual([
    "x.yaml:2:1 netwrk: unknown key (did you mean 'network'?); allowed: preset, network, world",
    "x.yaml:4:3 network.acessPoints: unknown key (did you mean 'accessPoints'?); allowed: areaSideMetres, layoutSeed, accessPoints, users, propagation, block, sensing, power, timing, fronthaul",
    'x.yaml:5:19 network.areaSideMetres: must be a number from 10 to 100000, got -4',
    'x.yaml:7:12 network.users.count: must be a whole number from 0 to 1024, got 3.5',
    `x.yaml:8:22 network.users.pilotAssignment: must be one of 'random', 'greedy', got "gredy" (did you mean 'greedy'?)`,
    'x.yaml:9:27 network.block.sensingSamples: must be at most coherenceSamples, 50, got 60',
    'x.yaml:10:22 network.sensing.regions: must be a square number (the regions tile the area in a square grid): 1, 4, 9, 16 ..., got 8',
    'x.yaml:10:43 network.sensing.receivePerRegion: must leave an AP to transmit (receivePerRegion · regions below the number of APs); 8 regions with 2 receive APs each take 16 of 16',
    'x.yaml:10:55 network.sensing.echoSet.nearest: is missing, must be a whole number from 1 to 4096',
    "x.yaml:10:56 network.sensing.echoSet.nearst: unknown key (did you mean 'nearest'?); allowed: nearest",
    'x.yaml:10:84 network.sensing.cellSizeMetres: must be a list of three numbers, got [1,2]',
    "x.yaml:14:7 world.targets[1].positonMetres: unknown key (did you mean 'positionMetres'?); allowed: positionMetres, velocityMetresPerSecond",
    'x.yaml:15:32 world.targets[1].velocityMetresPerSecond: must be a list of three numbers, got "fast"',
  ]);
});

test.each([
  [
    'a: [1',
    ['x.yaml:1:6: YAML syntax: Flow sequence in block collection must be sufficiently indented and end with a ]'],
  ],
  ['network: {}\nnetwork: {}', ['x.yaml:2:1: duplicate key network; each key may be given once']],
  ['network: {}\n---\nworld: {}', ['x.yaml:2:1: a second document begins here; a scenario file is one document']],
  ['network: *nope', ['x.yaml:1:10: no anchor &nope stands before the alias *nope']],
  ['', ['x.yaml:1:1: must be a mapping with keys among preset, network, world, got nothing (null)']],
  ['- 1', ['x.yaml:1:1: must be a mapping with keys among preset, network, world, got [1]']],
  [
    'preset: bassline',
    [
      `x.yaml:1:9 preset: must be one of 'demo', 'baseline', 'paper-literal', 'small', got "bassline" (did you mean 'baseline'?)`,
    ],
  ],
  [
    'network: {users: {count: }}',
    ['x.yaml:1:26 network.users.count: must be a whole number from 0 to 1024, got nothing (null)'],
  ],
  [
    'network: {users: 3}',
    [
      'x.yaml:1:18 network.users: must be a mapping with keys among count, positionsMetres, heightMetres, pilotPowerMw, pilotLength, pilotAssignment, servingAccessPoints, got 3',
    ],
  ],
  [
    'network: {layoutSeed: .inf, areaSideMetres: .nan}',
    [
      'x.yaml:1:23 network.layoutSeed: must be a whole number from 0 to 4294967295, got Infinity',
      'x.yaml:1:45 network.areaSideMetres: must be a number from 10 to 100000, got NaN',
    ],
  ],
  [
    'world: {targets: 3}',
    [
      'x.yaml:1:18 world.targets: must be a list of targets, or { count: n, speedMetresPerSecond: [slowest, fastest] }, got 3',
    ],
  ],
  [
    'world: {targets: {count: 1025}}',
    ['x.yaml:1:26 world.targets.count: must be a whole number from 0 to 1024, got 1025'],
  ],
  [
    'network: {users: {heightMetres: 1}}',
    ['x.yaml:1:33 network.users.heightMetres: must be a number above 1, at most 1000, got 1'],
  ],
  [
    'network: {fronthaul: {link: {up: {lossProbability: 1}}}}',
    ['x.yaml:1:52 network.fronthaul.link.up.lossProbability: must be a number from 0 to below 1, got 1'],
  ],
])('%j is refused in words', (text, expected) => {
  expect(refusals(text)).toEqual(expected);
});

test('more than a hundred problems are cut short and counted', () => {
  const lines = refusals(Array.from({ length: 250 }, (_, i) => `k${i}: 1`).join('\n'));
  expect(lines).toHaveLength(101);
  expect(lines[100]).toBe('x.yaml:101:1: 150 more problems from here on');
});

test('keys over a preset override it one by one and leave the rest', () => {
  const scenario = loadScenario('preset: small\nnetwork: {users: {count: 7}}', 'dir/mine.yaml');
  const small = presetScenario('small');
  expect(scenario.name).toBe('mine');
  expect(scenario.network).toEqual({ ...small.network, users: { ...small.network.users, count: 7 } });
  expect(scenario.world).toEqual(small.world);
});

test('explicit places set the count, over a preset too, and a contradicting count is refused', () => {
  const places = 'positionsMetres: [[1, 1], [2, 2], [3, 3], [4, 4], [5, 5], [6, 6], [7, 7]]';
  const { accessPoints } = loadScenario(`preset: small\nnetwork: {accessPoints: {${places}}}`, 'x.yaml').network;
  expect(accessPoints.count).toBe(7);
  expect(refusals(`preset: small\nnetwork: {accessPoints: {count: 6, ${places}}}`)).toEqual([
    'x.yaml:2:33 network.accessPoints.count: must be left out or be 7; 6 contradicts the 7 places given in positionsMetres',
  ]);
});

test('cell size and guard distance follow the region unless they are given', () => {
  const { sensing } = loadScenario('network: {areaSideMetres: 600, sensing: {regions: 4}}', 'x.yaml').network;
  expect(sensing.cellSizeMetres).toEqual([60, 60, 40]);
  expect(sensing.guardDistanceMetres).toBe(300);
});

test('targets by number are spread over the speeds, level and without a place', () => {
  const { targets } = loadScenario('world: {targets: {count: 3, speedMetresPerSecond: [5, 20]}}', 'x.yaml').world;
  const speeds = targets.map(({ velocityMetresPerSecond: [x, y] }) => Math.hypot(x, y));
  expect(targets.map(({ positionMetres }) => positionMetres)).toEqual([null, null, null]);
  expect(targets.map(({ velocityMetresPerSecond }) => velocityMetresPerSecond[2])).toEqual([0, 0, 0]);
  for (const [index, speed] of [7.5, 12.5, 17.5].entries()) expect(speeds[index]).toBeCloseTo(speed, 2);
});

test('a scenario is frozen all the way down', () => {
  const scenario = loadScenario('{}', 'x.yaml');
  expect(Object.isFrozen(scenario.network.sensing.cellSizeMetres)).toBe(true);
  expect(Object.isFrozen(scenario.world.targets[0])).toBe(true);
});
