import { expect, test } from 'vitest';
import { loadScenario } from './load.ts';
import { parseNetwork } from './parse.ts';
import { refusals } from './test-problems.ts';

const two = 'targetEstimatesMetres: [[10, 20, 30], [40, 50, 60]]';
const nine = 'targetEstimatesMetres: [[1,0,9],[2,0,9],[3,0,9],[4,0,9],[5,0,9],[6,0,9],[7,0,9],[8,0,9],[9,0,9]]';

test.each([
  [
    'a network that follows targets is told where they are',
    '{network: {sensing: {phase: tracking}}}',
    "sensing.phase: network.sensing.targetEstimatesMetres must hold at least one position [x, y, z] in the phase 'tracking': the network follows what it is told",
  ],
  [
    'estimates lie inside the area',
    '{network: {sensing: {phase: tracking, targetEstimatesMetres: [[1, 2, 3], [1, 708, 30]]}}}',
    'sensing.targetEstimatesMetres[1]: must lie inside the area, 0 to 707.107 m both ways, got [1, 708, 30]',
  ],
  [
    'estimates lie above the ground',
    '{network: {sensing: {phase: tracking, targetEstimatesMetres: [[1, 2, 1.01], [1, 2, 1]]}}}',
    'sensing.targetEstimatesMetres[1]: must have a height above 1 m, from where the path loss is defined, and at most 1000 m, got 1',
  ],
  [
    'estimates lie below the ceiling',
    '{network: {sensing: {phase: tracking, targetEstimatesMetres: [[1, 2, 1000], [1, 2, 1000.5]]}}}',
    'sensing.targetEstimatesMetres[1]: must have a height above 1 m, from where the path loss is defined, and at most 1000 m, got 1000.5',
  ],
  [
    'directions that err further are no estimate',
    `{network: {sensing: {phase: tracking, ${two}, angleErrorDeg: 10.5}}}`,
    'sensing.angleErrorDeg: must be a number from 0 to 10 (directions further off are no estimate), got 10.5',
  ],
  [
    'two targets at one place cannot be told apart',
    '{network: {sensing: {phase: tracking, targetEstimatesMetres: [[1, 2, 3], [4, 5, 6], [1, 2, 3]]}}}',
    'sensing.targetEstimatesMetres[2]: must differ from estimate 0: two targets at one place cannot be told apart',
  ],
  [
    'estimates are for the phase tracking',
    `{network: {sensing: {${two}}}}`,
    "sensing.targetEstimatesMetres: must be left out in the phase 'detection'; with phase: tracking the network follows targets",
  ],
  [
    'angle errors are for the phase tracking',
    '{network: {sensing: {angleErrorDeg: 1}}}',
    "sensing.angleErrorDeg: must be left out in the phase 'detection'; with phase: tracking the network follows targets",
  ],
  [
    'joint-glrt is for the phase tracking',
    '{network: {sensing: {detector: joint-glrt}}}',
    "sensing.detector: must be 'glrt' or 'clutter-unaware' in the phase 'detection', which knows of no targets beside the cell",
  ],
  [
    'joint-glrt knows the signals of all transmit APs',
    `{network: {sensing: {phase: tracking, ${two}, clutterSet: {strongest: 2}}}}`,
    "sensing.clutterSet: must be 'all' or { azimuthNodes: n } without withinMetres with the detector 'joint-glrt', which takes out echoes of signals that it knows",
  ],
  [
    'long-term statistics are of a place, not of directions that change in every slot',
    `{network: {sensing: {phase: tracking, ${two}, detector: glrt, angleErrorDeg: 0.5, clutterSet: {azimuthNodes: 24, withinMetres: 200}}}}`,
    "sensing.clutterSet: must be 'all' or { azimuthNodes: n } without withinMetres where angles err anew in every slot: long-term statistics are calibrated once for a place",
  ],
  [
    'a target needs its receive APs',
    `{network: {sensing: {phase: tracking, ${two}, receivePerRegion: 8}}}`,
    'sensing.receivePerRegion: must leave an AP to transmit (receivePerRegion · targets below the number of APs); 2 targets with 8 receive APs each take 16 of 16',
  ],
  [
    'a target needs its transmit APs',
    `{network: {sensing: {phase: tracking, ${nine}, transmitPerRegion: 8}}}`,
    'sensing.transmitPerRegion: must be at most 7, the transmit APs that 9 targets with 1 receive APs each leave of 16, got 8',
  ],
  [
    'the other targets leave joint-glrt something to look at',
    `{network: {accessPoints: {antennaCount: 2}, users: {servingAccessPoints: 1}, sensing: {phase: tracking, ${nine}, transmitPerRegion: 1}}}`,
    "sensing.targetEstimatesMetres: must be fewer for the detector 'joint-glrt': the echoes of 8 other targets from 7 transmit APs may fill all 28 directions of antennas and samples",
  ],
  [
    'what joint-glrt tells apart is bounded',
    `{network: {accessPoints: {count: 500, antennaCount: 16}, block: {coherenceSamples: 128, sensingSamples: 128}, sensing: {phase: tracking, ${nine}}}}`,
    "sensing.targetEstimatesMetres: must be fewer for the detector 'joint-glrt': 9 targets and 491 transmit APs make 1152 directions to tell apart, at most 1024 are possible",
  ],
  [
    'every target echoes where no cell is inspected',
    `{network: {sensing: {phase: tracking, ${two}}}, world: {otherEchoes: inspected}}`,
    "world.otherEchoes: must be 'all' in the phase 'tracking', which inspects no cells: every target echoes",
  ],
])('%s', (_, text, expected) => {
  const lines = refusals(text);
  expect(lines).toHaveLength(1);
  expect(lines[0].endsWith(expected), lines[0]).toBe(true);
});

test('the phase decides the detector that is left out, also over a preset; the paper’s own can be asked for', () => {
  const detectorOf = (text: string) => loadScenario(text, 'x.yaml').network.sensing.detector;
  expect(detectorOf('{}')).toBe('glrt');
  expect(detectorOf(`{network: {sensing: {phase: tracking, ${two}}}}`)).toBe('joint-glrt');
  expect(detectorOf(`{preset: baseline, network: {sensing: {phase: tracking, ${two}}}}`)).toBe('joint-glrt');
  expect(detectorOf(`{network: {sensing: {phase: tracking, ${two}, detector: glrt}}}`)).toBe('glrt');
});

test('long-term statistics serve glrt at positions without error, nodes of arrival joint-glrt as well', () => {
  const accepted = [
    '{phase: tracking, targetEstimatesMetres: [[1, 2, 3]], detector: glrt, clutterSet: {strongest: 2}}',
    '{phase: tracking, targetEstimatesMetres: [[1, 2, 3]], angleErrorDeg: 0.5, clutterSet: {azimuthNodes: 24}}',
  ];
  for (const sensing of accepted) expect(refusals(`{network: {sensing: ${sensing}}}`)).toEqual([]);
});

test.each([
  ['five regions', 'regions: 5'],
  ['a guard distance beyond a region’s side', 'guardDistanceMetres: 5000'],
  ['cells by the million', 'cellSizeMetres: [0.5, 0.5, 1]'],
  ['all of them', 'regions: 1023, guardDistanceMetres: 5000, cellSizeMetres: [0.5, 0.5, 0.5]'],
])('what the scan cannot do, %s, is no matter where targets are followed', (_, keys) => {
  expect(refusals(`{network: {sensing: {${keys}}}}`)).not.toEqual([]);
  expect(refusals(`{network: {sensing: {phase: tracking, ${two}, ${keys}}}}`)).toEqual([]);
});

test('keys of the scan are still what they are: their types, their bounds, the order of heights', () => {
  const refused = [
    'regions: many',
    'guardDistanceMetres: -1',
    'cellSizeMetres: [0, 1, 1]',
    'heightRangeMetres: [9, 5]',
  ];
  for (const key of refused)
    expect(refusals(`{network: {sensing: {phase: tracking, ${two}, ${key}}}}`), key).toHaveLength(1);
});

test('more transmit APs than samples take no more than all samples of a target’s direction', () => {
  const many =
    'accessPoints: {count: 1024}, sensing: {phase: tracking, targetEstimatesMetres: [[1,0,9],[2,0,9],[3,0,9]]}';
  expect(refusals(`{network: {${many}}}`)).toEqual([]);
});

test('a tracking network that was parsed before comes back equal', () => {
  const network = parseNetwork({
    sensing: { phase: 'tracking', targetEstimatesMetres: [[1, 2, 3]], angleErrorDeg: 1 },
  });
  expect(parseNetwork(JSON.parse(JSON.stringify(network)))).toEqual(network);
});

test('estimates at both ends of the heights, and the largest angle error, are accepted', () => {
  const text =
    '{network: {sensing: {phase: tracking, targetEstimatesMetres: [[0, 0, 1.01], [707, 707, 1000]], angleErrorDeg: 10}}}';
  expect(refusals(text)).toEqual([]);
});
