import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('a program that SCS cannot factorise fails without a word on standard output or standard error', () => {
  const script = `
    import { loadConicSolver } from ${JSON.stringify(new URL('./conic-solver.ts', import.meta.url).href)};
    const row = (...coefficients) => ({ constant: 1, variables: [0, 1], coefficients });
    const program = { variableCount: 2, objective: [1, 1], nonNegative: [], cones: [[row(1e308, -1e308), row(1e308, 1e308)]] };
    const solver = await loadConicSolver();
    const { status, dual } = solver.solve(program, { tolerance: 1e-6, maxIterations: 10 });
    process.exitCode = status === 'failed' && dual.length === 0 ? 7 : 1;
  `;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  expect({ status, stdout, stderr }).toEqual({ status: 7, stdout: '', stderr: '' });
});
