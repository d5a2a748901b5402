export { choleskyInPlace } from './cholesky.ts';
export type { ComplexMatrix } from './complex-matrix.ts';
export {
  complexMatrixFrom,
  conjugateTranspose,
  copyInto,
  createComplexMatrix,
  identityMatrix,
  kronecker,
  trace,
} from './complex-matrix.ts';
export type { DrawKey } from './draw-key.ts';
export { drawKey } from './draw-key.ts';
export { fillComplexNormal, fillNormal, fillUint32, fillUniform, permutation } from './draws.ts';
export type { EigenWorkspace } from './eigen-hermitian.ts';
export {
  createEigenWorkspace,
  eigenHermitian,
  eigenHermitianInPlace,
  hermitianEigenvalues,
  hermitianSquareRoot,
} from './eigen-hermitian.ts';
export { ConvergenceError, DomainError, NotPositiveDefiniteError, ShapeError } from './errors.ts';
export { exponentialSumUpperTail } from './exponential-sum-law.ts';
export { gammaLowerTail, gammaUpperTail, gammaUpperTailInverse } from './gamma-law.ts';
export { gaussianTrapezoid } from './gaussian-trapezoid.ts';
export type { ProductOperation } from './gemm.ts';
export { gemm, herk, mirrorLower, staircaseGemm } from './gemm.ts';
export type { KroneckerSum } from './kronecker-sum.ts';
export { kroneckerSum } from './kronecker-sum.ts';
export { noncentralChiSquareUpperTail } from './noncentral-chi-square.ts';
export { orthonormalise } from './orthonormalise.ts';
export { philox4x32 } from './philox.ts';
export { ResidentFactor } from './resident-factor.ts';
export { scaledRoot } from './scaled-root.ts';
export { solveLowerHermitianInPlace, solveLowerInPlace } from './triangular-solve.ts';
