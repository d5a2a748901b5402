import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Gate } from './gate.ts';

describe('a gate', () => {
  it('never holds more than its limit, and lets waiters in in their order of arrival', async () => {
    const gate = new Gate(2);
    const entered: number[] = [];
    let inside = 0;
    let most = 0;
    const visit = async (visitor: number) => {
      await gate.enter();
      entered.push(visitor);
      most = Math.max(most, ++inside);
      for (let turn = 0; turn < visitor % 3; turn++) await setImmediate();
      inside--;
      gate.leave();
    };
    await Promise.all(Array.from({ length: 12 }, (_, visitor) => visit(visitor)));
    expect(entered).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(most).toBe(2);
    expect(inside).toBe(0);
  });

  it('a place that is handed on is not given twice', async () => {
    const gate = new Gate(1);
    await gate.enter();
    let second = false;
    let third = false;
    const two = gate.enter().then(() => {
      second = true;
    });
    gate.leave();
    const three = gate.enter().then(() => {
      third = true;
    });
    await two;
    await setImmediate();
    expect([second, third]).toEqual([true, false]);
    gate.leave();
    await three;
    expect(third).toBe(true);
  });
});
