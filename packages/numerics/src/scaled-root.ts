import type { ComplexMatrix } from './complex-matrix.ts';
import { hermitianSquareRoot } from './eigen-hermitian.ts';

/** √scale · R^{1/2}, the principal root: what turns white CN(0, I) into CN(0, scale · R). */
export function scaledRoot(correlation: ComplexMatrix, scale: number): ComplexMatrix {
  const root = hermitianSquareRoot(correlation);
  const amplitude = Math.sqrt(scale);
  for (let e = 0; e < root.re.length; e++) {
    root.re[e] *= amplitude;
    root.im[e] *= amplitude;
  }
  return root;
}
