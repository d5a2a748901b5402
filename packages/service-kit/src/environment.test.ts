import { describe, expect, it } from 'vitest';
import {
  EnvironmentError,
  flag,
  hostPort,
  listOf,
  oneOf,
  optional,
  positiveNumber,
  readEnvironment,
  type Setting,
  text,
  url,
  wholeNumber,
} from './environment.ts';

const spec = {
  VEDETTA_PORT: wholeNumber({ from: 0, to: 65535, fallback: 8080 }),
  VEDETTA_LEVEL: oneOf(['info', 'debug'], { fallback: 'info' }),
  VEDETTA_HASH: text(),
};

describe('the environment', () => {
  it('is read into typed values, with fallbacks for what is absent or empty', () => {
    const values = readEnvironment(spec, { VEDETTA_PORT: ' 0 ', VEDETTA_LEVEL: '', VEDETTA_HASH: 'abc' });
    const port: number = values.VEDETTA_PORT;
    const level: 'info' | 'debug' = values.VEDETTA_LEVEL;
    expect([port, level, values.VEDETTA_HASH]).toEqual([0, 'info', 'abc']);
  });

  it('is refused with every problem at once', () => {
    const read = () => readEnvironment(spec, { VEDETTA_PORT: '1e3', VEDETTA_LEVEL: 'loud' });
    expect(read).toThrow(EnvironmentError);
    expect(read).toThrow(
      "VEDETTA_PORT: '1e3' is not a whole number from 0 to 65535\n" +
        "VEDETTA_LEVEL: 'loud' is not one of info, debug\n" +
        'VEDETTA_HASH: is not set',
    );
  });

  it('tells what no setting can say alone beside the rest', () => {
    const check = () => [{ variable: 'VEDETTA_A', message: 'goes only with VEDETTA_B' }];
    expect(() => readEnvironment({ VEDETTA_C: text() }, {}, check)).toThrow(
      'VEDETTA_C: is not set\nVEDETTA_A: goes only with VEDETTA_B',
    );
  });
});

describe('a setting', () => {
  const taken: readonly [string, Setting<unknown>, string, unknown][] = [
    ['flag', flag(), 'true', true],
    ['flag', flag(), '0', false],
    ['number', positiveNumber(), '0.25', 0.25],
    ['number', positiveNumber(), '2e3', 2000],
    ['address', hostPort(), 'fusion-1:7400', 'fusion-1:7400'],
    ['address', hostPort(), '[::1]:7400', '[::1]:7400'],
    ['list', listOf(hostPort()), 'a:1, b:2', ['a:1', 'b:2']],
    ['URL', url(['redis', 'rediss']), 'rediss://x:6379/1', 'rediss://x:6379/1'],
  ];
  it.each(taken)('%s takes %s', (_, setting, value, meant) => {
    expect(setting.parse(value)).toEqual(meant);
  });

  const refused: readonly [string, Setting<unknown>, string][] = [
    ['flag', flag(), 'yes'],
    ['number', positiveNumber(), '0'],
    ['number', positiveNumber(), '-1'],
    ['number', positiveNumber(), '1.2.3'],
    ['number', positiveNumber(), '0x10'],
    ['address', hostPort(), 'fusion'],
    ['address', hostPort(), 'fusion:0'],
    ['address', hostPort(), '::1:7400'],
    ['list', listOf(hostPort()), 'a:1,'],
    ['URL', url(['redis']), 'http://x'],
    ['URL', url(['redis']), 'redis'],
  ];
  it.each(refused)('%s refuses %s', (_, setting, value) => {
    expect(() => setting.parse(value)).toThrow(RangeError);
  });

  it('that is a URL does not tell the password in it', () => {
    const read = () => readEnvironment({ VEDETTA_STORE: url(['postgres']) }, { VEDETTA_STORE: 'mysql://a:secret@b/c' });
    expect(read).toThrow('VEDETTA_STORE: is not a URL that begins with postgres://');
    expect(read).not.toThrow(/secret/);
  });

  it('that is optional is null when it is absent, and still refuses nonsense', () => {
    const spec = { VEDETTA_PORT: optional(wholeNumber({ from: 0, to: 9 })) };
    expect(readEnvironment(spec, {})).toEqual({ VEDETTA_PORT: null });
    expect(() => readEnvironment(spec, { VEDETTA_PORT: '10' })).toThrow(EnvironmentError);
  });
});
