/** Lets at most `limit` holders in at once; waiters go in their order of arrival. */
export class Gate {
  readonly #limit: number;
  #inside = 0;
  #waiters: (() => void)[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  async enter(): Promise<void> {
    if (this.#inside < this.#limit) {
      this.#inside++;
      return;
    }
    await new Promise<void>((resolve) => this.#waiters.push(resolve));
  }

  leave(): void {
    const next = this.#waiters.shift();
    if (next) next();
    else this.#inside--;
  }
}
