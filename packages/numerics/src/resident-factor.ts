import { choleskyInPlace, factorsByVectors } from './cholesky.ts';
import type { ComplexMatrix } from './complex-matrix.ts';
import { createComplexMatrix, shape } from './complex-matrix.ts';
import { ShapeError } from './errors.ts';
import type { KroneckerSum } from './kronecker-sum.ts';
import { checkSum, fitsMemory, kroneckerSum, sumInMemory } from './kronecker-sum.ts';
import { factorInMemory } from './simd/cholesky.ts';
import { KernelMemory } from './simd/kernels.ts';
import { solveInMemory } from './simd/solve.ts';
import { solveLowerHermitianInPlace, solveLowerInPlace, solvesByVectors } from './triangular-solve.ts';

/**
 * Cholesky factor of a Kronecker sum that stays in a kernels' memory of its own: assembled there, factored once, solved many times,
 * without the copies the plain functions make. Every result has the bits of `kroneckerSum`, `choleskyInPlace` and the triangular solves.
 *
 * The memory, about 3 n² reals of the largest n, is kept for the next factor and goes with the object.
 */
export class ResidentFactor {
  #memory: KernelMemory | null = null;
  /** Where vectors do not pay or the kernels' memory does not reach. */
  #plain: ComplexMatrix | null = null;
  #size = 0;

  /**
   * Replaces the factor by that of I + Σ_m (B_m C_mᴴ) ⊗ R_m.
   *
   * @throws {ShapeError} if sizes disagree.
   * @throws {NotPositiveDefiniteError} as `choleskyInPlace`; there is no factor then.
   */
  factor(sum: KroneckerSum): void {
    const size = checkSum(sum);
    this.#size = 0;
    if (factorsByVectors(size) && solvesByVectors(size, 0) && fitsMemory(size)) {
      this.#memory ??= new KernelMemory();
      sumInMemory(this.#memory, sum, size);
      factorInMemory(this.#memory, size);
      this.#plain = null;
    } else {
      if (this.#plain?.rows !== size) this.#plain = createComplexMatrix(size, size);
      kroneckerSum(sum, this.#plain);
      choleskyInPlace(this.#plain);
    }
    this.#size = size;
  }

  /** B ← L⁻¹ B. @throws {ShapeError} if sizes disagree. */
  solveLowerInPlace(b: ComplexMatrix): void {
    this.#check(b);
    if (this.#plain) solveLowerInPlace(this.#plain, b);
    else solveInMemory(this.#memory as KernelMemory, this.#size, b, false);
  }

  /** B ← L⁻ᴴ B. @throws {ShapeError} if sizes disagree. */
  solveLowerHermitianInPlace(b: ComplexMatrix): void {
    this.#check(b);
    if (this.#plain) solveLowerHermitianInPlace(this.#plain, b);
    else solveInMemory(this.#memory as KernelMemory, this.#size, b, true);
  }

  #check(b: ComplexMatrix): void {
    if (this.#size === 0 || b.rows !== this.#size)
      throw new ShapeError('ResidentFactor', `L is ${this.#size} × ${this.#size}, B is ${shape(b)}`);
  }
}
