import { presetScenario } from '@vedetta/scenario';
import { FolderInUseError, StoreConflictError } from '@vedetta/store';
import { describe, expect, it } from 'vitest';
import { describeFailure, UsageError } from './exit.ts';

const systemError = (message: string, fields: object) => Object.assign(new Error(message), fields);

function thrown(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}

describe('a failure is told', () => {
  it('by its message alone where it is meant for the user, with code 2 for wrong input and 1 otherwise', () => {
    expect(describeFailure(new UsageError('say which network'))).toEqual({ text: 'say which network', exitCode: 2 });
    expect(describeFailure(new UsageError('nobody there', 1))).toEqual({ text: 'nobody there', exitCode: 1 });
    const conflict = new StoreConflictError('run 1 has seed 3, not 4');
    expect(describeFailure(conflict)).toEqual({ text: 'run 1 has seed 3, not 4', exitCode: 1 });
  });

  it('a folder in use is told as its error says it', () => {
    const error = new FolderInUseError('/data', 4711);
    expect(describeFailure(error)).toEqual({ text: error.message, exitCode: 1 });
    expect(error.message).toMatch(/\/data.*4711|4711.*\/data/);
  });

  it('an unknown preset is wrong input', () => {
    const { text, exitCode } = describeFailure(thrown(() => presetScenario('basline' as 'baseline')));
    expect(text).not.toMatch(/^\s+at /m);
    expect(exitCode).toBe(2);
  });

  it('a port in use names port, address and the way out', () => {
    const error = systemError('listen EADDRINUSE', { code: 'EADDRINUSE', port: 8080, address: '127.0.0.1' });
    const { text, exitCode } = describeFailure(error);
    expect(text).toContain('port 8080 on 127.0.0.1');
    expect(text).toContain('--port');
    expect(exitCode).toBe(1);
    expect(describeFailure(systemError('in use', { code: 'EADDRINUSE' })).text).not.toContain('undefined');
  });

  it('a forbidden place is told with what to do', () => {
    const error = systemError("EACCES: permission denied, mkdir '/root/x'", { code: 'EACCES' });
    expect(describeFailure(error)).toEqual({ text: `${error.message}: choose another place or port`, exitCode: 1 });
  });

  it('with its stack where it is a mistake of ours', () => {
    const { text, exitCode } = describeFailure(new TypeError('x is undefined'));
    expect(text).toMatch(/TypeError: x is undefined\n\s+at .*exit\.test/);
    expect(exitCode).toBe(1);
  });

  it.each(['text', 42, null, undefined, Symbol('strange')])('even when %s was thrown', (value) => {
    expect(describeFailure(value)).toEqual({ text: String(value), exitCode: 1 });
  });
});
