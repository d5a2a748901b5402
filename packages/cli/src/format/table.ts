/** A table of text: columns as wide as they must be, growing when a later row needs it. */

export interface Column<Row> {
  readonly title: string;
  readonly align?: 'left' | 'right';
  readonly cell: (row: Row) => string;
  /** Colours a padded cell. */
  readonly paint?: (text: string, row: Row) => string;
}

export class Table<Row> {
  readonly #columns: readonly Column<Row>[];
  readonly #widths: number[];

  constructor(columns: readonly Column<Row>[]) {
    this.#columns = columns;
    this.#widths = columns.map(({ title }) => title.length);
  }

  /** Makes room for rows that will be printed. */
  measure(rows: readonly Row[]): void {
    for (const row of rows) this.#widen(this.#columns.map(({ cell }) => cell(row)));
  }

  header(paint: (text: string) => string = (text) => text): string {
    return paint(this.#line(this.#columns.map(({ title }) => title)));
  }

  row(row: Row): string {
    const cells = this.#columns.map(({ cell }) => cell(row));
    this.#widen(cells);
    return this.#line(cells, row);
  }

  #widen(cells: readonly string[]): void {
    for (const [index, cell] of cells.entries())
      this.#widths[index] = Math.max(this.#widths[index] as number, cell.length);
  }

  #line(cells: readonly string[], row?: Row): string {
    const last = cells.length - 1;
    return cells
      .map((cell, index) => {
        const { align = 'left', paint } = this.#columns[index] as Column<Row>;
        const width = this.#widths[index] as number;
        const padded = align === 'right' ? cell.padStart(width) : index === last ? cell : cell.padEnd(width);
        return row !== undefined && paint ? paint(padded, row) : padded;
      })
      .join('  ')
      .trimEnd();
  }
}
