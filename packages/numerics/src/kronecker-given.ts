import type { ComplexMatrix } from './complex-matrix.ts';
import { packSmall } from './kronecker-pack.ts';
import { BYTES, type KernelMemory, lines } from './simd/kernels.ts';

/** Memory of `addGiven`. */
export function givenReals(n: number, q: number, count: number, perTerm: number): number {
  const terms = count + (count & 1);
  return (
    2 * (lines(terms) + lines(q * terms) + lines(n * q * n) + lines(terms) + lines(perTerm)) + lines(terms * perTerm)
  );
}

/** Adds Σ_j T_j ⊗ R_j, a block row at a time: the row kernel on terms of width 1 with B = 1 and C = conj(row i of T_j). */
export function addGiven(
  memory: KernelMemory,
  reals: Float64Array,
  times: readonly ComplexMatrix[],
  small: readonly ComplexMatrix[],
  start: number,
  perTerm: number,
  size: number,
): void {
  const n = small[0].rows;
  const q = times[0].rows;
  const terms = times.length + (times.length & 1);
  const one = start;
  const right = one + 2 * lines(terms);
  const row = right + 2 * lines(q * terms);
  const time = row + 2 * lines(n * size);
  const sums = time + 2 * lines(terms);
  const coefficients = sums + 2 * lines(perTerm);
  reals.fill(0, one, row);
  reals.fill(1, one, one + times.length);
  packSmall(small, reals, coefficients, perTerm, terms);
  for (let i = 0; i < q; i++) {
    times.forEach(({ re, im }, m) => {
      for (let j = 0, at = i * q, put = right + m; j <= i; j++, at++, put += terms) {
        reals[put] = re[at];
        reals[lines(q * terms) + put] = j === i ? 0 : -im[at];
      }
    });
    memory.kernels.kroneckerRow(
      BYTES * one,
      BYTES * (one + lines(terms)),
      BYTES * right,
      BYTES * (right + lines(q * terms)),
      BYTES * terms,
      1,
      BYTES * terms,
      BYTES * coefficients,
      BYTES * perTerm,
      BYTES * time,
      BYTES * (time + lines(terms)),
      BYTES * sums,
      BYTES * (sums + lines(perTerm)),
      BYTES * row,
      BYTES * (row + lines(n * size)),
      BYTES * size,
      n,
      i + 1,
    );
    const end = (i + 1) * n;
    for (let a = 0; a < n; a++) {
      const to = (i * n + a) * size;
      for (let b = 0; b < end; b++) {
        reals[to + b] += reals[row + a * size + b];
        reals[lines(size * size) + to + b] += reals[row + lines(n * size) + a * size + b];
      }
    }
  }
}
