import { expect, it } from 'vitest';
import { nodeVersionProblem } from './node-version.ts';

it('an older Node is told to go through npm, the pinned one and later ones are not', () => {
  expect(nodeVersionProblem('20.19.2')).toMatch(/needs Node 24; this is Node 20\.19\.2.*npm start/);
  expect(nodeVersionProblem('24.0.0')).toBe(null);
  expect(nodeVersionProblem('26.1.0')).toBe(null);
});
