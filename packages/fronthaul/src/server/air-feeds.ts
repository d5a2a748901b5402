import { decodeAirUp, encodeAirRun, encodeAirRunEnd, encodeAirSlot } from '../codec/air.ts';
import type { AirRun, AirSlot } from '../messages.ts';
import type { Refusal } from '../refusal.ts';
import { type AdmissionRules, refuseAirHello } from './admission.ts';
import { AirStream } from './air-stream.ts';
import { type ByteStream, type Reception, refuse } from './stream.ts';

/** As many as a scenario may keep outstanding (`slotsInFlight`). */
const slotsRepeated = 64;

/** All air feeds. A feed that joins late is told the run and the most recent slots. */
export class AirFeeds {
  readonly #rules: AdmissionRules;
  readonly #reception: Reception;
  readonly #maximum: number;
  readonly #refused: (refusal: Refusal) => void;
  readonly #streams = new Set<AirStream>();
  #run: Buffer | null = null;
  #recent: Buffer[] = [];

  constructor(options: {
    rules: AdmissionRules;
    reception: Reception;
    maximum: number;
    refused: (refusal: Refusal) => void;
  }) {
    this.#rules = options.rules;
    this.#reception = options.reception;
    this.#maximum = options.maximum;
    this.#refused = options.refused;
  }

  get count(): number {
    return this.#streams.size;
  }

  accept(call: ByteStream): void {
    this.#reception.expectHello(
      call,
      decodeAirUp,
      (hello) => {
        const refusal = refuseAirHello(hello, this.#rules) ?? this.#overload();
        if (refusal !== null) {
          this.#refused(refusal);
          refuse(call, refusal);
          return;
        }
        const stream = new AirStream(call, () => this.#streams.delete(stream));
        this.#streams.add(stream);
        stream.send(this.#run ?? encodeAirRunEnd());
        for (const slot of this.#recent) stream.send(slot);
      },
      this.#refused,
    );
  }

  /** @throws {InvalidMessageError} if run or seed is outside its range. */
  startRun(run: AirRun): void {
    this.#run = encodeAirRun(run);
    this.#recent = [];
    for (const stream of this.#streams) stream.send(this.#run);
  }

  endRun(): void {
    this.#run = null;
    this.#recent = [];
    const bytes = encodeAirRunEnd();
    for (const stream of this.#streams) stream.send(bytes);
  }

  /** @throws {InvalidMessageError} for a slot that cannot be put on the wire. */
  send(slot: AirSlot): void {
    const bytes = encodeAirSlot(slot);
    this.#recent.push(bytes);
    if (this.#recent.length > slotsRepeated) this.#recent.shift();
    for (const stream of this.#streams) stream.send(bytes);
  }

  end(): void {
    for (const stream of this.#streams) stream.end();
    this.#streams.clear();
  }

  #overload(): Refusal | null {
    if (this.#streams.size < this.#maximum) return null;
    return { code: 'OVERLOADED', reason: `${this.#maximum} air feeds are open` };
  }
}
