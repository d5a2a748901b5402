/**
 * Counted work of a receiver in complex multiply-adds (4 real multiplications and 4 additions each), from sizes alone: what the algorithm
 * asks for, whatever kernel does it. A real number times a complex one counts one half. Choosing sets, scaling and copies are not counted.
 */

/** Gram–Schmidt of c columns of τ samples, one pass; with q = τ it stops at the τ-th. */
export function basisOperations(samples: number, columns: number, q: number): number {
  const looked = q === samples ? Math.min(columns, samples) : columns;
  const growing = Math.min(looked, q);
  return 2 * samples * ((growing * (growing - 1)) / 2 + (looked - growing) * q) + samples * looked;
}

/** (Qᴴ ⊗ I) X, X N τ × c; a copy when q = τ. */
export function projectionOperations(samples: number, q: number, width: number): number {
  return q === samples ? 0 : samples * q * width;
}

/** w S̃ R_txᵀ. */
export function mixOperations(q: number, antennas: number): number {
  return q * antennas * antennas;
}

/** Lower triangle of Σ T ⊗ R, the widths of its terms given; 0 for a T that is given. */
export function assemblyOperations(q: number, antennas: number, widths: readonly number[]): number {
  const pairs = (q * (q + 1)) / 2;
  return widths.reduce((sum, width) => sum + pairs * (width + (antennas * antennas) / 2), 0);
}

/** Node sums: so many columns added up in q × q matrices. */
export function nodeOperations(q: number, columns: number): number {
  return q * q * columns;
}

export function choleskyOperations(size: number): number {
  return size ** 3 / 6;
}

export function solveOperations(size: number, columns: number): number {
  return (size * size * columns) / 2;
}

/** One structured product Ψ̂X: terms of these widths, and I ⊗ R_u if there is one. */
export function productOperations(
  q: number,
  antennas: number,
  widths: readonly number[],
  columns: number,
  white: boolean,
): number {
  const perColumn = widths.reduce((sum, width) => sum + 2 * q * width * antennas + width * antennas * antennas, 0);
  return columns * (perColumn + (white ? q * antennas * antennas : 0));
}

/** Zᴴ(R_txᵀ ⊗ R_rx)Z of one transmit AP for r weights, Z = SᴴW. */
export function linkOutputOperations(samples: number, antennas: number, r: number): number {
  return antennas * antennas * r * (samples + 2 * antennas + (r + 1) / 2);
}

/** Gram matrix of `columns` vectors of `size`, the lower triangle. */
export function gramOperations(size: number, columns: number): number {
  return (size * columns * (columns + 1)) / 2;
}

/** The test behind the solves: combinations of columns, two products for the refined gram matrix, its factor. */
export function reductionOperations(size: number, columns: number): number {
  return 4 * size * columns * columns + columns ** 3 / 6;
}

/** Columns of D₁: profiles of the transmit APs and their steering. */
export function echoOperations(q: number, antennas: number, columns: number): number {
  return 2 * q * antennas * columns;
}

/** T echo profiles in a space of q times: their products with the factor, their gram matrix, its eigenvectors (about 20 q³ real ones). */
export function spanOperations(q: number, echoes: number): number {
  return (3 * q * q * echoes) / 2 + 3 * q ** 3;
}

/** T columns beside T_o of other targets: these made orthonormal and taken out, both twice, and the gram matrix of what is left. */
export function jointOperations(size: number, others: number, columns: number): number {
  return 3 * size * others * others + others ** 3 + 4 * size * others * columns + (size * columns * columns) / 2;
}
