import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonicalJson } from './hash.ts';
import { loadScenario } from './load.ts';

const hashOf = (text: string) => loadScenario(text, `${text.length}.yaml`).hash;

test('the hash ignores key order, comments, file name and whether a default was written', () => {
  const written = hashOf('network:\n  users: {count: 8, heightMetres: 2}\n  layoutSeed: 5\n');
  expect(hashOf('# said otherwise\nnetwork: {layoutSeed: 0x5, users: {heightMetres: 2.0, count: 8}}')).toBe(written);
  expect(
    hashOf('preset: baseline\nnetwork: {layoutSeed: 5, users: {heightMetres: 2, count: 8, pilotLength: 10}}'),
  ).toBe(written);
});

test('the hash changes with any value of either section', () => {
  const texts = ['{}', '{network: {layoutSeed: 2}}', '{world: {rcsVarianceDbsm: 11}}', '{world: {targets: []}}'];
  expect(new Set(texts.map(hashOf)).size).toBe(texts.length);
});

test('the hash is the SHA-256 of the canonical JSON of both sections', () => {
  const { hash, network, world } = loadScenario('{}', 'x.yaml');
  expect(hash).toBe(createHash('sha256').update(canonicalJson({ world, network })).digest('hex'));
  expect(canonicalJson({ b: [1, { d: null, c: 'é' }], a: -0 })).toBe('{"a":0,"b":[1,{"c":"é","d":null}]}');
});
