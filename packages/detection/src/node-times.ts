import { type ComplexMatrix, createComplexMatrix, gemm } from '@vedetta/numerics';
import type { DesignTerm } from './clutter-design.ts';

/** Time matrices of interpolated clutter, summed per node: Σ over far APs of their share of w S̃ R_txᵀ S̃ᴴ. */
export interface NodeTimes {
  /** G_j, q × q Hermitian, of the nodes that have any. */
  readonly times: readonly ComplexMatrix[];
  /** R_j, N × N. */
  readonly receive: readonly ComplexMatrix[];
  /** Columns that were added up. */
  readonly columns: number;
}

/**
 * Sums the far terms per node, so that what follows does not grow with their number.
 *
 * @param terms  one per block; those without a split are passed over.
 * @param signal, mixed  S̃ and w S̃ R_txᵀ, q × (N per block).
 * @remarks 2 N q² products per far AP.
 */
export function sumPerNode(
  terms: readonly DesignTerm[],
  nodes: readonly ComplexMatrix[],
  signal: ComplexMatrix,
  mixed: ComplexMatrix,
  antennas: number,
): NodeTimes {
  const members: { readonly term: number; readonly weight: number }[][] = nodes.map(() => []);
  terms.forEach(({ split }, term) => {
    if (!split) return;
    if (split.fraction < 1) members[split.lower].push({ term, weight: 1 - split.fraction });
    if (split.fraction > 0) members[split.lower + 1].push({ term, weight: split.fraction });
  });
  const times: ComplexMatrix[] = [];
  const receive: ComplexMatrix[] = [];
  let columns = 0;
  members.forEach((list, node) => {
    if (list.length === 0) return;
    const width = antennas * list.length;
    const left = createComplexMatrix(signal.rows, width);
    const right = createComplexMatrix(signal.rows, width);
    list.forEach(({ term, weight }, i) => {
      copyColumns(mixed, term * antennas, weight, left, i * antennas, antennas);
      copyColumns(signal, term * antennas, 1, right, i * antennas, antennas);
    });
    const time = createComplexMatrix(signal.rows, signal.rows);
    gemm('NH', left, right, time);
    times.push(time);
    receive.push(nodes[node]);
    columns += width;
  });
  return { times, receive, columns };
}

/** Columns of one matrix, scaled, into another of as many rows. */
export function copyColumns(
  from: ComplexMatrix,
  first: number,
  scale: number,
  to: ComplexMatrix,
  offset: number,
  count: number,
): void {
  for (let i = 0; i < from.rows; i++)
    for (let c = 0, at = i * from.columns + first, put = i * to.columns + offset; c < count; c++, at++, put++) {
      to.re[put] = scale * from.re[at];
      to.im[put] = scale * from.im[at];
    }
}
