/** One row of a cone: constant + Σ coefficient · x[variable]. */
export interface AffineRow {
  readonly constant: number;
  readonly variables: readonly number[];
  readonly coefficients: readonly number[];
}

/**
 * maximise objectiveᵀx   subject to   every non-negative row ≥ 0   and, in every second-order cone, row₀ ≥ ‖(row₁, row₂, …)‖
 */
export interface ConicProgram {
  readonly variableCount: number;
  /** Coefficients of what is maximised, one per variable. */
  readonly objective: readonly number[];
  readonly nonNegative: readonly AffineRow[];
  readonly cones: readonly (readonly AffineRow[])[];
}

/** constant + coefficient · x[variable] + … */
export function affine(
  constant: number,
  terms: readonly (readonly [variable: number, coefficient: number])[],
): AffineRow {
  const kept = terms.filter(([, coefficient]) => coefficient !== 0);
  return {
    constant,
    variables: kept.map(([variable]) => variable),
    coefficients: kept.map(([, coefficient]) => coefficient),
  };
}

/** A in compressed columns and b of SCS's form A x + s = b, s in the cones. */
export interface StackedRows {
  readonly values: number[];
  readonly rowIndexes: number[];
  readonly columnStarts: number[];
  readonly bounds: number[];
}

/** Rows as SCS stacks them: s = b − A x is the row itself, so b holds the constants and A the negated coefficients. */
export function stackRows({ variableCount, nonNegative, cones }: ConicProgram): StackedRows {
  const rows = [...nonNegative, ...cones.flat()];
  const columnStarts = new Array<number>(variableCount + 1).fill(0);
  for (const { variables } of rows) for (const variable of variables) columnStarts[variable + 1]++;
  for (let v = 0; v < variableCount; v++) columnStarts[v + 1] += columnStarts[v];
  const next = columnStarts.slice(0, variableCount);
  const values = new Array<number>(columnStarts[variableCount]).fill(0);
  const rowIndexes = new Array<number>(values.length).fill(0);
  for (const [r, { variables, coefficients }] of rows.entries())
    for (const [i, variable] of variables.entries()) {
      const at = next[variable]++;
      values[at] = -coefficients[i];
      rowIndexes[at] = r;
    }
  return { values, rowIndexes, columnStarts, bounds: rows.map(({ constant }) => constant) };
}
