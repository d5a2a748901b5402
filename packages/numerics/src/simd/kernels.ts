import type { ComplexMatrix } from '../complex-matrix.ts';
import { assembleModule } from './assembler.ts';
import { choleskyCode } from './cholesky-code.ts';
import { gramSchmidtCode } from './gram-schmidt-code.ts';
import { kroneckerCode } from './kronecker-code.ts';
import { productCode } from './product-code.ts';
import { solveCode } from './solve-code.ts';

/*
 * The vector kernels, assembled when this module is loaded, and the memory they work in: operands are copied in, results out, which costs
 * a few percent of a factorisation.
 */

/** Calls that need more reals than this (256 MiB) are left to the scalar kernels. */
export const SIMD_LIMIT = 2 ** 25;

export const BYTES = 8;
const PAGE = 65_536;

/** The part of the platform's WebAssembly used here, which the Node typings leave out. */
declare const WebAssembly: {
  Memory: new (descriptor: { initial: number }) => { readonly buffer: ArrayBuffer; grow(pages: number): number };
  Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

const module = new WebAssembly.Module(
  assembleModule([choleskyCode(), solveCode(), productCode(), kroneckerCode(), gramSchmidtCode()]),
);

type KernelName = 'cholesky' | 'solve' | 'product' | 'kroneckerRow' | 'gramSchmidt';
type Kernels = Record<KernelName, (...parameters: number[]) => number>;

/** A memory of its own with the kernels that work in it. It grows to the largest call ever made and is kept. */
export class KernelMemory {
  /** Each takes numbers and byte addresses only; see the files that assemble them. */
  readonly kernels: Kernels;
  readonly #memory = new WebAssembly.Memory({ initial: 1 });
  #reals = new Float64Array(this.#memory.buffer);

  constructor() {
    this.kernels = new WebAssembly.Instance(module, { env: { memory: this.#memory } }).exports as Kernels;
  }

  /** The memory with room for so many reals; valid until it has to grow. */
  reserve(count: number): Float64Array {
    const missing = count * BYTES - this.#memory.buffer.byteLength;
    if (missing > 0) {
      this.#memory.grow(Math.ceil(missing / PAGE));
      this.#reals = new Float64Array(this.#memory.buffer);
    }
    return this.#reals;
  }
}

/** Where the plain functions compute; nothing stays in it from one call to the next. */
export const sharedMemory = new KernelMemory();

/** Rounds up to whole cache lines. */
export function lines(count: number): number {
  return (count + 7) & ~7;
}

/** Rows of a matrix, `wide` reals apart and filled up with a zero; the imaginary part times `sign`. */
export function copyIn(
  b: ComplexMatrix,
  reals: Float64Array,
  re: number,
  im: number,
  wide: number,
  sign: number,
): void {
  const columns = b.columns;
  let from = 0;
  for (let i = 0; i < b.rows; i++) {
    const row = i * wide;
    for (let c = 0; c < columns; c++) {
      reals[re + row + c] = b.re[from];
      reals[im + row + c] = sign * b.im[from++];
    }
    if ((columns & 1) === 1) {
      reals[re + row + columns] = 0;
      reals[im + row + columns] = 0;
    }
  }
}
