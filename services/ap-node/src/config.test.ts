import { EnvironmentError, readEnvironment } from '@vedetta/service-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apNodeSettings, apRanges, checkApNode, withArguments } from './config.ts';

const env = { VEDETTA_SCENARIO: 'demo', VEDETTA_FUSION: '127.0.0.1:4000' };

const read = (argv: readonly string[], given: Record<string, string>) =>
  readEnvironment(apNodeSettings, withArguments(argv, given), (all) => checkApNode(argv, all));

function problemsOf(argv: readonly string[], given: Record<string, string>): readonly string[] {
  try {
    read(argv, given);
  } catch (error) {
    expect(error).toBeInstanceOf(EnvironmentError);
    return (error as EnvironmentError).problems.map(({ variable, message }) => `${variable}: ${message}`);
  }
  return [];
}

describe('the configuration of an AP process', () => {
  it('comes from --ap and the environment, with defaults for the rest', () => {
    expect(read(['--ap', '4,0-2'], env)).toEqual({
      VEDETTA_SCENARIO: 'demo',
      VEDETTA_FUSION: ['127.0.0.1:4000'],
      VEDETTA_AP: [0, 1, 2, 4],
      VEDETTA_REGISTRY: null,
      VEDETTA_NODE_NAME: null,
      VEDETTA_EPOCH: 1,
      VEDETTA_REPORT_JITTER_MS: 0,
      VEDETTA_LOG_LEVEL: 'info',
      VEDETTA_EXIT_WITH_PARENT: false,
      VEDETTA_HOST: '127.0.0.1',
      VEDETTA_METRICS_PORT: null,
    });
    const more = {
      VEDETTA_AP: '7',
      VEDETTA_FUSION: 'one:4000, two:4001',
      VEDETTA_NODE_NAME: 'roof',
      VEDETTA_EPOCH: '12',
      VEDETTA_REPORT_JITTER_MS: '25',
      VEDETTA_LOG_LEVEL: 'debug',
      VEDETTA_EXIT_WITH_PARENT: '1',
    };
    expect(read([], { ...env, ...more })).toMatchObject({
      VEDETTA_AP: [7],
      VEDETTA_FUSION: ['one:4000', 'two:4001'],
      VEDETTA_NODE_NAME: 'roof',
      VEDETTA_EPOCH: 12,
      VEDETTA_REPORT_JITTER_MS: 25,
      VEDETTA_LOG_LEVEL: 'debug',
      VEDETTA_EXIT_WITH_PARENT: true,
    });
    expect(read(['--ap', '3'], { ...env, VEDETTA_AP: '7' }).VEDETTA_AP).toEqual([3]);
  });

  it('is told or joins the registry, never half of each', () => {
    const joining = { VEDETTA_SCENARIO: 'demo', VEDETTA_REGISTRY: 'a:1,b:2' };
    expect(read([], joining).VEDETTA_REGISTRY).toEqual(['a:1', 'b:2']);
    expect(problemsOf(['--ap', '0'], { ...env, ...joining })).toHaveLength(2);
  });

  it('every problem is told at once, each with the name of what is wrong', () => {
    const problems = problemsOf(['--ap', '5-2', '--fast'], {
      VEDETTA_FUSION: 'localhost',
      VEDETTA_EPOCH: '-1',
      VEDETTA_REPORT_JITTER_MS: 'much',
      VEDETTA_LOG_LEVEL: 'loud',
    });
    for (const name of ['--fast', 'VEDETTA_SCENARIO', 'localhost', "'5-2'", 'VEDETTA_EPOCH', 'much', 'loud']) {
      expect(problems.filter((problem) => problem.includes(name))).toHaveLength(1);
    }
    expect(problems).toHaveLength(7);
    expect(problemsOf([], {})).toHaveLength(3);
  });

  it.each(['fusion:0', 'fusion:65536', 'fusion:99999', ':4000', 'a b:4000'])('refuses the address %s', (address) => {
    expect(problemsOf(['--ap', '0'], { ...env, VEDETTA_FUSION: address })).toHaveLength(1);
  });

  it.each(['1e3', '0x10', '4294967296'])("takes '%s' for no whole number", (epoch) => {
    expect(problemsOf(['--ap', '0'], { ...env, VEDETTA_EPOCH: epoch })).toHaveLength(1);
  });
});

describe('--ap', () => {
  it('is ids and ranges, ascending and each once', () => {
    expect(apRanges.parse('0-3,7')).toEqual([0, 1, 2, 3, 7]);
    expect(apRanges.parse('9, 2-4 ,3-5,9')).toEqual([2, 3, 4, 5, 9]);
    const range = fc.tuple(fc.nat(300), fc.nat(20)).map(([first, more]) => [first, first + more] as const);
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 10 }), (ranges) => {
        const ids = apRanges.parse(ranges.map(([a, b]) => (a === b ? `${a}` : `${a}-${b}`)).join(','));
        const wanted = new Set(ranges.flatMap(([a, b]) => Array.from({ length: b - a + 1 }, (_, i) => a + i)));
        expect(ids).toEqual([...wanted].sort((a, b) => a - b));
      }),
      { numRuns: 100, seed: 3 },
    );
  });

  it.each([',', '1,', '-1', '1-', 'a', '1..3', '3-1', '1-2-3', '999999', '0x1'])('refuses %s', (text) => {
    expect(() => apRanges.parse(text)).toThrow(RangeError);
  });
});
