import { type ComplexMatrix, createComplexMatrix, gemm } from '@vedetta/numerics';
import { viewAs } from '../matrix-view.ts';
import * as count from '../operations.ts';
import { copyDraw, type Drawn, type DrawnBlocks, type DrawnSlot } from './drawn-slot.ts';
import { addLinkOutputs, type LinkShape, turnRow } from './link-output.ts';
import type { LongTermRest, RestPart } from './long-term-rest.ts';

/** Unknown transmit APs of a look, each with its draws and its link. */
export interface FarSource {
  readonly blocks: DrawnBlocks;
  readonly link: LinkShape;
}

/**
 * What unknown transmit APs add to WᴴΨW, draw after draw for one W: all of SᴴW in one product.
 *
 * Symbols of UEs that known APs send too are those that W was made with. Where the draw has others, SᴴW moves by conj(w)(x − x′)ᴴW.
 */
export class FarOutput {
  operations = 0;

  readonly #sources: readonly FarSource[];
  readonly #links: readonly LinkShape[];
  readonly #faint: LongTermRest | null;
  readonly #noise: number;
  readonly #antennas: number;
  readonly #shared: readonly Drawn[];
  /** Per source: which of its UEs, and where it is among the shared ones. */
  readonly #pairs: readonly (readonly { readonly own: number; readonly shared: number }[])[];
  readonly #streams: readonly number[];
  /** Sᴴ one below the other, A N × τ. */
  readonly #stack: ComplexMatrix;
  /** Xᴴ of shared UEs, K × τ. */
  readonly #symbols: ComplexMatrix;
  #weights: ComplexMatrix = createComplexMatrix(0, 0);
  #given: ComplexMatrix = createComplexMatrix(0, 0);
  #drawn: ComplexMatrix = createComplexMatrix(0, 0);
  #z: ComplexMatrix = createComplexMatrix(0, 0);
  #turned: ComplexMatrix = createComplexMatrix(0, 0);
  #draw = 0;

  /** @param known  UEs that known APs send. @param tau  τ. @param antennas  N. @param noise  σ². */
  constructor(
    slot: DrawnSlot,
    sources: readonly FarSource[],
    faint: LongTermRest | null,
    known: ReadonlySet<number>,
    [tau, antennas]: readonly [number, number],
    noise: number,
  ) {
    this.#sources = sources;
    this.#links = sources.map(({ link }) => link);
    this.#faint = faint;
    this.#noise = noise;
    this.#antennas = antennas;
    const sent = new Set(sources.flatMap(({ blocks }) => blocks.recipe.users.map(({ user }) => user)));
    for (const { user } of faint?.streams ?? []) sent.add(user);
    const shared = [...sent].filter((user) => known.has(user)).sort((a, b) => a - b);
    const placeOf = new Map(shared.map((user, i) => [user, i]));
    this.#shared = shared.map((user) => slot.symbolsOf(user));
    this.#pairs = sources.map(({ blocks }) =>
      blocks.recipe.users.flatMap(({ user }, own) => {
        const place = placeOf.get(user);
        return place === undefined ? [] : [{ own, shared: place }];
      }),
    );
    this.#streams = (faint?.streams ?? []).map(({ user }) => placeOf.get(user) as number);
    this.#stack = createComplexMatrix(sources.length * antennas, tau);
    this.#symbols = createComplexMatrix(shared.length, tau);
  }

  /** Takes W, N τ × r, that was made with the symbols of a draw. */
  begin(weights: ComplexMatrix, draw: number): void {
    const width = this.#antennas * weights.columns;
    this.#weights = viewAs(weights, this.#stack.columns, width);
    this.#draw = draw;
    if (this.#z.columns !== width) {
      this.#z = createComplexMatrix(this.#stack.rows, width);
      this.#turned = createComplexMatrix(this.#stack.rows, width);
      this.#given = createComplexMatrix(this.#symbols.rows, width);
      this.#drawn = createComplexMatrix(this.#symbols.rows, width);
    }
    this.#project(draw, this.#given);
  }

  /** output ← output + WᴴW + mean of what faint APs add. */
  addMean(output: ComplexMatrix): void {
    const weights = this.#weights;
    const r = output.columns;
    const asColumns = (x: ComplexMatrix) => viewAs(x, (x.rows * x.columns) / r, r);
    gemm('HN', asColumns(weights), asColumns(weights), output, 1, 1);
    if (!this.#faint) return;
    const turned = createComplexMatrix(weights.rows, weights.columns);
    const { white, streams } = this.#faint;
    for (let t = 0; t < weights.rows; t++) this.#turn(white, weights, t, turned, t, r);
    gemm('HN', asColumns(weights), asColumns(turned), output, 1, 1);
    streams.forEach((stream, i) => {
      const row = rowOf(this.#given, this.#streams[i]);
      const turnedRow = createComplexMatrix(1, weights.columns);
      this.#turn(stream, row, 0, turnedRow, 0, r);
      gemm('HN', asColumns(row), asColumns(turnedRow), output, 1, 1);
    });
  }

  /** A row of `to` ← (R/σ²) a row of `from`. */
  #turn(
    { power, receiveCorrelation }: RestPart,
    from: ComplexMatrix,
    row: number,
    to: ComplexMatrix,
    put: number,
    r: number,
  ) {
    const { re, im } = rowOf(from, row);
    const scale = power / this.#noise;
    turnRow(
      receiveCorrelation,
      re.map((x) => scale * x),
      im.map((x) => scale * x),
      to,
      put * to.columns,
      r,
    );
  }

  /** output ← output + what the drawn APs add in this draw. */
  addDraw(output: ComplexMatrix, draw: number): void {
    if (this.#sources.length === 0) return;
    const n = this.#antennas;
    const tau = this.#stack.columns;
    this.#sources.forEach(({ blocks }, m) => {
      copyDraw(blocks, draw * n * tau, n * tau, this.#stack, m * n * tau);
    });
    gemm('NN', this.#stack, this.#weights, this.#z);
    if (draw !== this.#draw) this.#exchangeSymbols(draw);
    addLinkOutputs(output, this.#links, this.#z, this.#turned);
    const r = output.columns;
    this.operations += this.#sources.length * count.linkOutputOperations(tau, n, r);
  }

  #exchangeSymbols(draw: number): void {
    const n = this.#antennas;
    const width = this.#z.columns;
    this.#project(draw, this.#drawn);
    const { re: gr, im: gi } = this.#given;
    const { re: dr, im: di } = this.#drawn;
    const { re: zr, im: zi } = this.#z;
    this.#pairs.forEach((pairs, m) => {
      const { beams, recipe } = this.#sources[m].blocks;
      for (const { own, shared } of pairs)
        for (let a = 0, beam = (draw * recipe.users.length + own) * n; a < n; a++, beam++) {
          const br = beams.re[beam];
          const bi = -beams.im[beam];
          for (let e = 0, put = (m * n + a) * width, at = shared * width; e < width; e++, put++, at++) {
            const re = gr[at] - dr[at];
            const im = gi[at] - di[at];
            zr[put] += br * re - bi * im;
            zi[put] += br * im + bi * re;
          }
        }
      this.operations += pairs.length * n * width;
    });
  }

  /** XᴴW of the shared UEs. */
  #project(draw: number, out: ComplexMatrix): void {
    if (this.#shared.length === 0) return;
    const tau = this.#symbols.columns;
    this.#shared.forEach((symbols, k) => {
      copyDraw(symbols, draw * tau, tau, this.#symbols, k * tau);
    });
    gemm('NN', this.#symbols, this.#weights, out);
    this.operations += this.#shared.length * tau * out.columns;
  }
}

function rowOf({ columns, re, im }: ComplexMatrix, row: number): ComplexMatrix {
  const [from, to] = [row * columns, (row + 1) * columns];
  return { rows: 1, columns, re: re.subarray(from, to), im: im.subarray(from, to) };
}
