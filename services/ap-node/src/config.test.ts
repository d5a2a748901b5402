import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError, parseRanges, readConfig } from './config.ts';

const env = { VEDETTA_SCENARIO: 'demo', VEDETTA_FUSION: '127.0.0.1:4000' };

function problemsOf(argv: readonly string[], given: Record<string, string>): readonly string[] {
  try {
    readConfig(argv, given);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    for (const problem of (error as ConfigError).problems) expect((error as ConfigError).message).toContain(problem);
    return (error as ConfigError).problems;
  }
  return [];
}

describe('the configuration of an AP process', () => {
  it('comes from --ap and the environment, with defaults for the rest', () => {
    expect(readConfig(['--ap', '4,0-2'], env)).toEqual({
      scenario: 'demo',
      fusionAddress: '127.0.0.1:4000',
      accessPoints: [0, 1, 2, 4],
      processName: `ap-node-${process.pid}`,
      epoch: 1,
      reportJitterMs: 0,
      logLevel: 'info',
      exitWithParent: false,
    });
    const more = {
      VEDETTA_AP: '7',
      VEDETTA_NODE_NAME: 'roof',
      VEDETTA_EPOCH: '12',
      VEDETTA_REPORT_JITTER_MS: '25',
      VEDETTA_LOG_LEVEL: 'debug',
      VEDETTA_EXIT_WITH_PARENT: '1',
    };
    expect(readConfig([], { ...env, ...more })).toMatchObject({
      accessPoints: [7],
      processName: 'roof',
      epoch: 12,
      reportJitterMs: 25,
      logLevel: 'debug',
      exitWithParent: true,
    });
    expect(readConfig(['--ap', '3'], { ...env, VEDETTA_AP: '7' }).accessPoints).toEqual([3]);
  });

  it('every problem is told at once, each with the name of what is wrong', () => {
    const problems = problemsOf(['--ap', '5-2', '--fast'], {
      VEDETTA_FUSION: 'localhost',
      VEDETTA_EPOCH: '-1',
      VEDETTA_REPORT_JITTER_MS: 'much',
      VEDETTA_LOG_LEVEL: 'loud',
    });
    const named = ['--fast', 'VEDETTA_SCENARIO', 'localhost', "'5-2'", 'VEDETTA_EPOCH', 'much', 'loud'];
    expect(problems).toHaveLength(named.length);
    for (const [i, name] of named.entries()) expect(problems[i]).toContain(name);
    expect(problemsOf([], {})).toHaveLength(3);
  });

  it.each(['fusion:0', 'fusion:65536', 'fusion:99999', ':4000', 'a b:4000'])('refuses the address %s', (address) => {
    expect(problemsOf(['--ap', '0'], { ...env, VEDETTA_FUSION: address })).toHaveLength(1);
  });

  it.each([' ', '1e3', '0x10', '4294967296'])("takes '%s' for no whole number", (epoch) => {
    expect(problemsOf(['--ap', '0'], { ...env, VEDETTA_EPOCH: epoch })).toHaveLength(1);
  });
});

describe('--ap', () => {
  it('is ids and ranges, ascending and each once', () => {
    expect(parseRanges('0-3,7')).toEqual([0, 1, 2, 3, 7]);
    expect(parseRanges('9, 2-4 ,3-5,9')).toEqual([2, 3, 4, 5, 9]);
    const range = fc.tuple(fc.nat(300), fc.nat(20)).map(([first, more]) => [first, first + more] as const);
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 10 }), (ranges) => {
        const ids = parseRanges(ranges.map(([a, b]) => (a === b ? `${a}` : `${a}-${b}`)).join(','));
        const wanted = new Set(ranges.flatMap(([a, b]) => Array.from({ length: b - a + 1 }, (_, i) => a + i)));
        expect(ids).toEqual([...wanted].sort((a, b) => a - b));
      }),
      { numRuns: 100, seed: 3 },
    );
  });

  it.each([
    undefined,
    '',
    ',',
    '1,',
    '-1',
    '1-',
    'a',
    '1..3',
    '3-1',
    '1-2-3',
    '999999',
    '0x1',
  ])('refuses %s', (text) => {
    expect(() => parseRanges(text)).toThrow(/--ap/);
  });
});
