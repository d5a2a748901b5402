import { describe, expect, test } from 'vitest';
import type { AssembledFunction } from './assembler.ts';
import { assembleModule, FunctionAssembler, int, leaveWith, loop, real, vector, when } from './assembler.ts';

declare const WebAssembly: {
  Memory: new (descriptor: { initial: number }) => { readonly buffer: ArrayBuffer };
  Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

function instantiate(...functions: AssembledFunction[]) {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(assembleModule(functions)), { env: { memory } });
  return {
    exports: instance.exports as Record<string, (...parameters: number[]) => number>,
    reals: new Float64Array(memory.buffer),
  };
}

describe('the assembler', () => {
  test.each([
    0,
    1,
    -1,
    63,
    64,
    -64,
    -65,
    127,
    128,
    8191,
    8192,
    -8193,
    2 ** 31 - 1,
    -(2 ** 31),
  ])('encodes the constant %d so that it comes back', (value) => {
    const f = new FunctionAssembler('constant', 0);
    expect(instantiate(f.finish(int.constant(value))).exports.constant()).toBe(value);
  });

  test('loops, decides and leaves early: the smallest divisor', () => {
    const f = new FunctionAssembler('divisor', 1);
    const [n] = f.parameters;
    const [d, multiple] = f.declare('int', 2);
    const code = f.finish(
      d.set(int.constant(2)),
      loop(
        int.less(int.mul(d.get, d.get), int.add(n.get, int.constant(1))),
        multiple.set(d.get),
        loop(int.less(multiple.get, n.get), multiple.set(int.add(multiple.get, d.get))),
        when(int.equal(multiple.get, n.get), leaveWith(d.get)),
        d.set(int.add(d.get, int.constant(1))),
      ),
      n.get,
    );
    const { divisor } = instantiate(code).exports;
    expect([2, 9, 91, 97, 143].map((k) => divisor(k))).toEqual([2, 3, 7, 97, 11]);
  });

  test('does real and vector arithmetic lane by lane', () => {
    const f = new FunctionAssembler('work', 0);
    const [a, b] = f.declare('vector', 2);
    const [x] = f.declare('real', 1);
    const at = int.constant(0);
    const code = f.finish(
      a.set(vector.load(at)),
      b.set(vector.splat(at, 16)),
      vector.store(at, vector.mul(a.get, b.get), 32),
      vector.store(at, vector.zip(a.get, b.get, 1), 48),
      vector.store(at, vector.sub(vector.add(a.get, b.get), vector.both(real.constant(0.5))), 64),
      x.set(real.sqrt(real.div(vector.lane(a.get, 1), real.constant(8)))),
      real.store(at, x.get, 80),
      int.and(real.less(x.get, real.load(at, 16)), int.not(int.constant(0))),
    );
    const { exports, reals } = instantiate(code);
    reals.set([3, 2, 10]);
    expect(exports.work()).toBe(1);
    expect([...reals.subarray(4, 11)]).toEqual([30, 20, 2, 10, 12.5, 11.5, 0.5]);
  });
});
