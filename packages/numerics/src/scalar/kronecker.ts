import type { ComplexMatrix } from '../complex-matrix.ts';
import type { KroneckerSum } from '../kronecker-sum.ts';

/** `kroneckerSum` one number at a time, each term on top of the last; sizes fit. */
export function scalarKroneckerSum(
  { left, right, offsets, small, times = [], diagonal }: KroneckerSum,
  out: ComplexMatrix,
): void {
  const size = out.rows;
  for (let d = 0; d < size; d++) {
    out.re.fill(0, d * size, d * size + d + 1);
    out.im.fill(0, d * size, d * size + d + 1);
  }
  const products = offsets.length - 1;
  small.forEach((r, m) => {
    if (m >= products) {
      addGiven(times[m - products], r, out);
      return;
    }
    for (let i = 0; i < left.rows; i++)
      for (let j = 0; j <= i; j++) {
        let sr = 0;
        let si = 0;
        for (let c = offsets[m]; c < offsets[m + 1]; c++) {
          const at = i * left.columns + c;
          const to = j * left.columns + c;
          sr += left.re[at] * right.re[to] + left.im[at] * right.im[to];
          si += left.im[at] * right.re[to] - left.re[at] * right.im[to];
        }
        addBlock(sr, si, r, out, i, j);
      }
  });
  for (let d = 0; d < size; d++) out.re[d * size + d] += diagonal ? 1 + diagonal[d] : 1;
}

/** out += T ⊗ R, the lower triangle. */
function addGiven({ rows, re, im }: ComplexMatrix, r: ComplexMatrix, out: ComplexMatrix): void {
  for (let i = 0; i < rows; i++)
    for (let j = 0; j <= i; j++) addBlock(re[i * rows + j], j === i ? 0 : im[i * rows + j], r, out, i, j);
}

/** Block (i, j) += time · R, of R the lower triangle. */
function addBlock(re: number, im: number, r: ComplexMatrix, out: ComplexMatrix, i: number, j: number): void {
  const n = r.rows;
  for (let a = 0; a < n; a++)
    for (let b = 0; b < (i === j ? a + 1 : n); b++) {
      const from = b <= a ? a * n + b : b * n + a;
      const x = r.re[from];
      const y = b < a ? r.im[from] : b === a ? 0 : -r.im[from];
      const put = (i * n + a) * out.columns + j * n + b;
      out.re[put] += re * x - im * y;
      out.im[put] += re * y + im * x;
    }
}
