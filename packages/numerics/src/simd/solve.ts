import type { ComplexMatrix } from '../complex-matrix.ts';
import { copyElements } from '../complex-matrix.ts';
import { BYTES, copyIn, type KernelMemory, lines, sharedMemory } from './kernels.ts';

/** B ← L⁻¹ B, or L⁻ᴴ B as conj(L⁻ᵀ conj(B)) with rows and columns run through backwards. */
export function simdSolve(l: ComplexMatrix, b: ComplexMatrix, hermitian: boolean): void {
  const n = l.rows;
  const reals = sharedMemory.reserve(2 * lines(n * n));
  copyElements(l.re, n * n, reals, 0);
  copyElements(l.im, n * n, reals, lines(n * n));
  solveInMemory(sharedMemory, n, b, hermitian);
}

/** As `simdSolve` with L at 0 (real parts) and `lines(n²)` (imaginary parts) of a memory. */
export function solveInMemory(memory: KernelMemory, n: number, b: ComplexMatrix, hermitian: boolean): void {
  const columns = b.columns;
  const wide = columns + (columns & 1);
  const lineIm = lines(n * n);
  const re = 2 * lineIm;
  const im = re + lines(n * wide);
  const reals = memory.reserve(im + n * wide);
  const sign = hermitian ? -1 : 1;
  copyIn(b, reals, re, im, wide, sign);
  if (hermitian) {
    const corner = n * n - 1;
    const last = (n - 1) * wide;
    const [tRow, tStep] = [-BYTES, -BYTES * n];
    const x = [(re + last) * BYTES, (im + last) * BYTES, -wide * BYTES] as const;
    memory.kernels.solve(corner * BYTES, (lineIm + corner) * BYTES, tRow, tStep, ...x, n, wide);
  } else {
    memory.kernels.solve(0, lineIm * BYTES, BYTES * n, BYTES, re * BYTES, im * BYTES, wide * BYTES, n, wide);
  }
  let from = 0;
  for (let i = 0; i < n; i++) {
    for (let c = 0; c < columns; c++) {
      b.re[from] = reals[re + i * wide + c];
      b.im[from++] = sign * reals[im + i * wide + c];
    }
  }
}
