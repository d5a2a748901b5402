export type * from './complex-matrix.ts';
