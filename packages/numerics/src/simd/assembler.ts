/**
 * A small assembler for WebAssembly with 128-bit vectors: as much of the binary format as the kernels here need.
 *
 * An expression is the code that leaves one value on the stack, a statement leaves none; both are plain bytes and compose by
 * concatenation. `int` is an i32 (addresses too), `real` an f64, `vector` a pair of f64.
 */
export type Code = readonly number[];

const TYPES = { int: 0x7f, real: 0x7c, vector: 0x7b } as const;
const EMPTY_BLOCK = 0x40;
const LOG_ALIGNMENT = 3;

/** Unsigned LEB128. */
function unsigned(value: number): number[] {
  const low = value & 0x7f;
  const rest = value >>> 7;
  return rest === 0 ? [low] : [low | 0x80, ...unsigned(rest)];
}

/** Signed LEB128. */
function signed(value: number): number[] {
  const low = value & 0x7f;
  const rest = value >> 7;
  const done = rest === ((low & 0x40) === 0 ? 0 : -1);
  return done ? [low] : [low | 0x80, ...signed(rest)];
}

const counted = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
const sized = (bytes: Code): Code => [...unsigned(bytes.length), ...bytes];
const section = (id: number, items: readonly Code[]): Code => [id, ...sized(counted(items))];
const text = (value: string): Code => sized([...new TextEncoder().encode(value)]);
const binary =
  (...opcode: number[]) =>
  (a: Code, b: Code): Code => [...a, ...b, ...opcode];
const simd = (opcode: number): number[] => [0xfd, ...unsigned(opcode)];
const memory = (opcode: number[], offset: number): Code => [...opcode, LOG_ALIGNMENT, ...unsigned(offset)];

export const int = {
  constant: (value: number): Code => [0x41, ...signed(value)],
  add: binary(0x6a),
  sub: binary(0x6b),
  mul: binary(0x6c),
  shiftLeft: binary(0x74),
  less: binary(0x48),
  equal: binary(0x46),
  and: binary(0x71),
  not: (a: Code): Code => [...a, 0x45],
};

export const real = {
  constant: (value: number): Code => [0x44, ...new Uint8Array(Float64Array.of(value).buffer)],
  load: (address: Code, offset = 0): Code => [...address, ...memory([0x2b], offset)],
  store: (address: Code, value: Code, offset = 0): Code => [...address, ...value, ...memory([0x39], offset)],
  add: binary(0xa0),
  sub: binary(0xa1),
  mul: binary(0xa2),
  div: binary(0xa3),
  less: binary(0x63),
  sqrt: (a: Code): Code => [...a, 0x9f],
};

export const vector = {
  zero: [...simd(0x0c), ...new Array<number>(16).fill(0)] as Code,
  load: (address: Code, offset = 0): Code => [...address, ...memory(simd(0x00), offset)],
  /** One real of memory in both lanes. */
  splat: (address: Code, offset = 0): Code => [...address, ...memory(simd(0x0a), offset)],
  store: (address: Code, value: Code, offset = 0): Code => [...address, ...value, ...memory(simd(0x0b), offset)],
  /** One real in both lanes. */
  both: (a: Code): Code => [...a, ...simd(0x14)],
  add: binary(...simd(0xf0)),
  sub: binary(...simd(0xf1)),
  mul: binary(...simd(0xf2)),
  lane: (a: Code, index: 0 | 1): Code => [...a, ...simd(0x21), index],
  /** (a[lane], b[lane]). */
  zip: (a: Code, b: Code, lane: 0 | 1): Code => {
    const bytes = Array.from({ length: 8 }, (_, byte) => byte + 8 * lane);
    return [...a, ...b, ...simd(0x0d), ...bytes, ...bytes.map((byte) => byte + 16)];
  },
};

/** `while (condition) { body }` */
export function loop(condition: Code, ...body: Code[]): Code {
  const leave = [...condition, 0x45, 0x0d, 1];
  return [0x02, EMPTY_BLOCK, 0x03, EMPTY_BLOCK, ...leave, ...body.flat(), 0x0c, 0, 0x0b, 0x0b];
}

/** `if (condition) { body }` */
export function when(condition: Code, ...body: Code[]): Code {
  return [...condition, 0x04, EMPTY_BLOCK, ...body.flat(), 0x0b];
}

export function leaveWith(value: Code): Code {
  return [...value, 0x0f];
}

/** A local variable or a parameter. */
export interface Local {
  readonly get: Code;
  set(value: Code): Code;
}

/** One function of int parameters that returns an int; its locals are declared while its body is written. */
export class FunctionAssembler {
  readonly name: string;
  readonly parameters: readonly Local[];
  readonly #types: number[] = [];

  constructor(name: string, parameterCount: number) {
    this.name = name;
    this.parameters = Array.from({ length: parameterCount }, (_, index) => local(index));
  }

  declare(type: keyof typeof TYPES, count: number): Local[] {
    return Array.from({ length: count }, () => local(this.parameters.length + this.#types.push(TYPES[type]) - 1));
  }

  finish(...body: Code[]): AssembledFunction {
    const locals = counted(this.#types.map((type) => [1, type]));
    return { name: this.name, parameterCount: this.parameters.length, code: sized([...locals, ...body.flat(), 0x0b]) };
  }
}

function local(index: number): Local {
  return { get: [0x20, ...unsigned(index)], set: (value) => [...value, 0x21, ...unsigned(index)] };
}

export interface AssembledFunction {
  readonly name: string;
  readonly parameterCount: number;
  readonly code: Code;
}

/** The bytes of a module that imports the memory `env.memory` and exports the functions. */
export function assembleModule(functions: readonly AssembledFunction[]): Uint8Array<ArrayBuffer> {
  const parameters = (f: AssembledFunction): Code => counted(new Array<Code>(f.parameterCount).fill([TYPES.int]));
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(
      1,
      functions.map((f) => [0x60, ...parameters(f), 1, TYPES.int]),
    ),
    ...section(2, [[...text('env'), ...text('memory'), 0x02, 0x00, 1]]),
    ...section(
      3,
      functions.map((_, index) => unsigned(index)),
    ),
    ...section(
      7,
      functions.map((f, index) => [...text(f.name), 0x00, ...unsigned(index)]),
    ),
    ...section(
      10,
      functions.map((f) => f.code),
    ),
  ]);
}
