import { type ComplexMatrix, createComplexMatrix, gemm, orthonormalise } from '@vedetta/numerics';
import { viewAs } from './matrix-view.ts';

/** A column whose part outside the basis is below this share of its norm adds no direction. */
const DROP = 1e-13;

/**
 * Orthonormal basis Q (τ × q) of time profiles, with their coordinates in it.
 * Once q = τ it spans everything and stands for the identity: projecting is then a copy.
 */
export interface TimeBasis {
  readonly sampleCount: number;
  /** Qᴴ, q × τ: row j is conj(q_j); not looked at where q = τ. */
  readonly hermitian: ComplexMatrix;
  /** QᴴS, q × columns of S; a staircase unless q = τ. */
  readonly coordinates: ComplexMatrix;
}

/** Memory of bases of one τ, reused: a basis is valid until the next one is made. */
export class TimeBasisMemory {
  readonly #sampleCount: number;
  readonly #hermitian: ComplexMatrix;
  #triangle: ComplexMatrix;

  constructor(sampleCount: number, columns: number) {
    this.#sampleCount = sampleCount;
    this.#hermitian = createComplexMatrix(sampleCount, sampleCount);
    this.#triangle = createComplexMatrix(sampleCount, columns);
  }

  /**
   * Basis of the span of S by Gram–Schmidt over its columns in ascending order. A column whose rest is below 1e-13 of its norm is
   * dropped, whatever its scale.
   *
   * @param profiles  S, τ × any number of columns; zero columns add nothing. Not modified; kept in the basis if that is complete.
   */
  basisOf(profiles: ComplexMatrix): TimeBasis {
    if (this.#triangle.columns !== profiles.columns)
      this.#triangle = createComplexMatrix(this.#sampleCount, profiles.columns);
    const size = orthonormalise(profiles, DROP, this.#hermitian, this.#triangle);
    const complete = size === this.#sampleCount;
    return {
      sampleCount: this.#sampleCount,
      hermitian: leadingRows(this.#hermitian, size),
      coordinates: complete ? profiles : leadingRows(this.#triangle, size),
    };
  }

  /** The basis of everything, whatever S spans: samples stay as they are. */
  wholeFor(profiles: ComplexMatrix): TimeBasis {
    return { sampleCount: this.#sampleCount, hermitian: this.#hermitian, coordinates: profiles };
  }
}

/** The first rows of a matrix, in its memory. */
function leadingRows({ columns, re, im }: ComplexMatrix, rows: number): ComplexMatrix {
  return { rows, columns, re: re.subarray(0, rows * columns), im: im.subarray(0, rows * columns) };
}

function isComplete({ hermitian, sampleCount }: TimeBasis): boolean {
  return hermitian.rows === sampleCount;
}

/** out ← (Qᴴ ⊗ I) X, X a time-major stack Nτ × c, out Nq × c: in memory X is τ × Nc. */
export function projectOnto(basis: TimeBasis, x: ComplexMatrix, out: ComplexMatrix): void {
  if (isComplete(basis)) {
    out.re.set(x.re);
    out.im.set(x.im);
    return;
  }
  const { hermitian, sampleCount } = basis;
  const width = (x.rows / sampleCount) * x.columns;
  gemm('NN', hermitian, viewAs(x, sampleCount, width), viewAs(out, hermitian.rows, width));
}

/** out ← (Q ⊗ I) X, X Nq × c, out Nτ × c: from the projected space back to samples. */
export function liftFrom(basis: TimeBasis, x: ComplexMatrix, out: ComplexMatrix): void {
  if (isComplete(basis)) {
    out.re.set(x.re);
    out.im.set(x.im);
    return;
  }
  const { hermitian, sampleCount } = basis;
  const width = (out.rows / sampleCount) * out.columns;
  gemm('HN', hermitian, viewAs(x, hermitian.rows, width), viewAs(out, sampleCount, width));
}
