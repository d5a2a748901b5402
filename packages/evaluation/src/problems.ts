/** One thing that is wrong with a case, and where. */
export interface CaseProblem {
  /** JSON path, `$.covariance.terms[0].power`. */
  readonly path: string;
  readonly message: string;
}

const MOST = 200;

/** Collects everything that is wrong with a case, so that all of it can be told at once. */
export class Problems {
  readonly #list: CaseProblem[] = [];
  #beyond = 0;

  add(path: string, message: string): void {
    if (this.#list.length < MOST) this.#list.push({ path, message });
    else this.#beyond++;
  }

  get any(): boolean {
    return this.#list.length > 0;
  }

  get count(): number {
    return this.#list.length + this.#beyond;
  }

  list(): CaseProblem[] {
    if (this.#beyond === 0) return [...this.#list];
    return [...this.#list, { path: '$', message: `and ${this.#beyond} more problems` }];
  }
}
