import { expect, test } from 'vitest';
import { refusals } from './test-problems.ts';

test.each([
  [
    'regions must be a square number',
    '{network: {sensing: {regions: 5}}}',
    'sensing.regions: must be a square number (the regions tile the area in a square grid): 1, 4, 9, 16 ..., got 5',
  ],
  [
    'receive APs must leave one to transmit',
    '{network: {sensing: {regions: 16}}}',
    'network.sensing.regions: network.sensing.receivePerRegion must leave an AP to transmit (receivePerRegion · regions below the number of APs); 16 regions with 1 receive APs each take 16 of 16',
  ],
  [
    'a region needs its transmit APs',
    '{network: {sensing: {transmitPerRegion: 8}}}',
    'sensing.transmitPerRegion: must be at most 7, the transmit APs that 9 regions with 1 receive APs each leave of 16, got 8',
  ],
  [
    'a UE needs its serving APs',
    '{network: {users: {servingAccessPoints: 8}}}',
    'users.servingAccessPoints: must be at most 7, the transmit APs that 9 regions with 1 receive APs each leave of 16, got 8',
  ],
  [
    'sensing fits the coherence block',
    '{network: {block: {sensingSamples: 51}}}',
    'block.sensingSamples: must be at most coherenceSamples, 50, got 51',
  ],
  [
    'pilots fit the coherence block',
    '{network: {users: {pilotLength: 51}}}',
    'users.pilotLength: must be at most block.coherenceSamples, 50, got 51',
  ],
  [
    'nodes of arrival are close enough for the angular spread',
    '{network: {sensing: {clutterSet: {azimuthNodes: 24}}, propagation: {angularSpreadDeg: 1}}}',
    "sensing.clutterSet: must have at least 78 azimuthNodes: between 24 the receive correlation of so narrow an arrival cannot be interpolated; or take 'all'",
  ],
  [
    'nodes of arrival are close enough for the exponential correlation',
    '{network: {sensing: {clutterSet: {azimuthNodes: 12}}, propagation: {spatialCorrelation: exponential, exponentialCorrelation: 0.9}}}',
    "sensing.clutterSet: must have at least 48 azimuthNodes: between 12 the receive correlation of so narrow an arrival cannot be interpolated; or take 'all'",
  ],
  [
    'a detector that ignores the clutter takes no clutter set',
    '{network: {sensing: {clutterSet: {strongest: 2}, detector: clutter-unaware}}}',
    "sensing.clutterSet: must be left out with the detector 'clutter-unaware', which knows no clutter",
  ],
  [
    'the guard distance is one the scan guarantees',
    '{network: {sensing: {guardDistanceMetres: 240}}}',
    'sensing.guardDistanceMetres: must be at most 235.702 m, the side of a region (regions are scanned in step, so cells inspected together are that far apart), got 240',
  ],
  [
    'scanned heights are ordered',
    '{network: {sensing: {heightRangeMetres: [100, 20]}}}',
    'sensing.heightRangeMetres: must be [lowest, highest] with lowest below highest, got [100, 20]',
  ],
  [
    'target heights are ordered',
    '{world: {targetHeightRangeMetres: [50, 50]}}',
    'world.targetHeightRangeMetres: must be [lowest, highest] with lowest below highest, got [50, 50]',
  ],
  [
    'APs stand inside the area',
    '{network: {areaSideMetres: 400, accessPoints: {count: 16, positionsMetres: [[0,0],[0,0],[0,0],[0,0],[0,0],[0,0],[0,0],[0,0],[0,0],[0,0],[0,0],[0,0],[0,0],[0,0],[0,0],[5,401]]}}}',
    'network.accessPoints.positionsMetres[15]: must lie inside the area, 0 to 400 m both ways, got [5, 401]',
  ],
  [
    'UEs stand inside the area',
    '{network: {users: {positionsMetres: [[708, 1]]}}}',
    'network.users.positionsMetres[0]: must lie inside the area, 0 to 707.107 m both ways, got [708, 1]',
  ],
  [
    'targets start inside the area',
    '{world: {targets: [{positionMetres: [1, 708, 30]}]}}',
    'world.targets[0].positionMetres: must lie inside the area, 0 to 707.107 m both ways, got [1, 708, 30]',
  ],
  [
    'targets start in the height range',
    '{world: {targets: [{positionMetres: [1, 7, 130]}]}}',
    'world.targets[0].positionMetres: must have a height within targetHeightRangeMetres, 20 to 100 m, got 130',
  ],
  [
    'the clutter covariance stays solvable',
    '{network: {accessPoints: {antennaCount: 64}, block: {sensingSamples: 1000, coherenceSamples: 1000}}}',
    'accessPoints.antennaCount: must keep antennaCount · min(sensingSamples, antennaCount · transmit APs), the order of the clutter covariances, to at most 4096, got 28672',
  ],
  [
    'the number of cells is bounded',
    '{network: {sensing: {cellSizeMetres: [0.5, 0.5, 1]}}}',
    'sensing.cellSizeMetres: must make at most 100000 cells in each region, got about 17777789',
  ],
])('%s', (_, text, expected) => {
  const lines = refusals(text);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^x\.yaml:1:\d+ /);
  expect(lines[0].endsWith(expected), lines[0]).toBe(true);
});

test('a rule broken by a key the file does not hold points at one it does', () => {
  expect(refusals('preset: small\nnetwork:\n  block:\n    coherenceSamples: 12\n')).toEqual([
    'x.yaml:4:23 network.block.coherenceSamples: network.block.sensingSamples must be at most coherenceSamples, 12, got 16',
  ]);
});

test('a network without users needs no serving APs', () => {
  expect(
    refusals(
      '{network: {accessPoints: {count: 13}, sensing: {transmitPerRegion: 4}, users: {servingAccessPoints: 4}}}',
    ),
  ).toEqual([]);
  expect(refusals('{network: {users: {count: 0, servingAccessPoints: 100}}}')).toEqual([]);
});
