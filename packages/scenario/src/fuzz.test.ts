import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ScenarioError } from './error.ts';
import { loadScenario, presetText } from './load.ts';
import { presetNames } from './preset-names.ts';
import { LARGEST_TEXT } from './source.ts';

/** Whether it is accepted; if refused, then with places inside the text; anything else fails. */
function survives(text: string): boolean {
  try {
    loadScenario(text, 'fuzz.yaml');
    return true;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    const lines = text.split(/\n/).length;
    expect(error.problems.length).toBeGreaterThan(0);
    for (const { line, column, message } of error.problems) {
      expect(line >= 1 && line <= lines && column >= 1, `${line}:${column} of ${lines} lines`).toBe(true);
      expect(message).not.toMatch(/undefined|\[object/);
    }
    return false;
  }
}

const yamlPieces = [
  'network',
  'world',
  'preset: ',
  'targets',
  'users',
  ': ',
  '\n',
  '\n  ',
  '- ',
  '[',
  ']',
  '{',
  '}',
  ', ',
  '&a ',
  '*a',
];
const oddPieces = [
  '!!binary ',
  '!!set ',
  '? ',
  '| \n',
  '> ',
  '"',
  "'",
  '#',
  '---\n',
  '%YAML 9\n',
  '<<',
  '.nan',
  '-.inf',
  '1e999',
  '0o7',
  '\t',
  '\0',
  '\r',
  '\uD800',
  '__proto__',
];

test('no text whatever does anything but load or be refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void survives(text)),
    { seed: 1, numRuns: 500 },
  );
  const soup = fc
    .array(fc.constantFrom(...yamlPieces, ...oddPieces), { maxLength: 40 })
    .map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(soup, (text) => void survives(text)),
    { seed: 2, numRuns: 1500 },
  );
});

test('no mutilated preset does anything but load or be refused', () => {
  const texts = presetNames.map(presetText);
  const cut = fc.record({
    text: fc.constantFrom(...texts),
    at: fc.nat(4000),
    drop: fc.nat(20),
    put: fc.constantFrom(...yamlPieces, ...oddPieces),
  });
  fc.assert(
    fc.property(cut, ({ text, at, drop, put }) => void survives(text.slice(0, at) + put + text.slice(at + drop))),
    { seed: 3, numRuns: 500 },
  );
});

test('no plain value in the place of a section does anything but load or be refused', () => {
  const value = fc.jsonValue({ maxDepth: 3 });
  const keys = fc.constantFrom(
    'network',
    'world',
    'targets',
    'sensing',
    'accessPoints',
    'preset',
    'echoSet',
    'positionsMetres',
  );
  const nested = fc
    .tuple(keys, keys, value)
    .map(([outer, inner, leaf]) => JSON.stringify({ [outer]: { [inner]: leaf } }));
  fc.assert(
    fc.property(nested, (text) => void survives(text)),
    { seed: 4, numRuns: 1000 },
  );
});

test.each([
  ['nested brackets', '['.repeat(LARGEST_TEXT)],
  ['nested block lists', '- '.repeat(LARGEST_TEXT / 2)],
  ['nested explicit keys', '? '.repeat(LARGEST_TEXT / 2)],
  ['quotes', '"'.repeat(LARGEST_TEXT)],
  ['duplicate keys', 'a: 1\n'.repeat(LARGEST_TEXT / 5)],
  ['anchors', '&a '.repeat(LARGEST_TEXT / 3)],
  [
    'an alias bomb',
    [
      'a: &a [1,1,1,1,1,1,1,1,1]',
      ...[...'bcdefghij'].map((c, i) => `${c}: &${c} [${`*${'abcdefghi'[i]},`.repeat(9)}]`),
    ].join('\n'),
  ],
  ['a list that holds itself', 'network: &a [*a]'],
  ['a mapping that holds itself', '&a\nnetwork: {users: *a}'],
])('%s up to the size limit are refused', (_, text) => {
  expect(survives(text)).toBe(false);
});
