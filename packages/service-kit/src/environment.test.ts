import { describe, expect, it } from 'vitest';
import { EnvironmentError, oneOf, readEnvironment, text, wholeNumber } from './environment.ts';

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
});
