import { createComplexMatrix, identityMatrix, type KroneckerSum } from '@vedetta/numerics';
import type { ClutterDesign } from './clutter-design.ts';
import { copyColumns, sumPerNode } from './node-times.ts';
import { assemblyOperations, nodeOperations } from './operations.ts';
import { covarianceSum, type ProjectedClutter } from './projected-clutter.ts';

/**
 * Ψ̂/σ² as numerics assembles it: terms with their own R_rx as they are, interpolated ones summed per node, the long-term rest as a time
 * matrix of its own.
 *
 * @returns the sum, and the complex multiply-adds of forming and assembling it.
 */
export function sumOfDesign(
  clutter: ProjectedClutter,
  design: ClutterDesign,
): { readonly sum: KroneckerSum; readonly operations: number } {
  const { signal, mixed, offsets, receive, white, rounding = null, antennaCount } = clutter;
  const q = signal.rows;
  const own = receive.flatMap((_, m) => (design.terms[m]?.split ? [] : [m]));
  const widths = own.map((m) => offsets[m + 1] - offsets[m]);
  if (own.length === receive.length && receive.length > 0 && !white)
    return { sum: covarianceSum(clutter), operations: assemblyOperations(q, antennaCount, widths) };
  const ends = [0];
  for (const width of widths) ends.push(ends[ends.length - 1] + width);
  const [left, right] = [createComplexMatrix(q, ends[own.length]), createComplexMatrix(q, ends[own.length])];
  own.forEach((m, i) => {
    copyColumns(mixed, offsets[m], 1, left, ends[i], widths[i]);
    copyColumns(signal, offsets[m], 1, right, ends[i], widths[i]);
  });
  const far = sumPerNode(design.terms, design.nodes, signal, mixed, antennaCount);
  const times = white ? [...far.times, identityMatrix(q)] : far.times;
  const small = [...own.map((m) => receive[m]), ...far.receive, ...(white ? [white] : [])];
  const assembled = assemblyOperations(q, antennaCount, [...widths, ...far.times.map(() => 0)]);
  const sum = { left, right, offsets: ends, small, times, diagonal: rounding };
  return { sum, operations: nodeOperations(q, far.columns) + assembled };
}
