import { type DirectionCounters, nothingCarried, sumCounters } from '../account/byte-parts.ts';
import type { Connection } from './connection.ts';

/** What one access point's link carried since the hub started; up is towards the CPU. */
export interface LinkCounters {
  readonly accessPoint: number;
  readonly attached: boolean;
  /** Of the last stream that attached; null before the first. */
  readonly epoch: number | null;
  /** ISO 8601; null while detached. */
  readonly attachedSince: string | null;
  readonly up: DirectionCounters;
  readonly down: DirectionCounters;
  /** Commands dropped because the connection could not take them. */
  readonly commandsDropped: number;
  /** Commands that were lost on their emulated way. */
  readonly commandsLost: number;
  /** Reports that the access point did not encode, because too much was on its way already. */
  readonly reportsWithheld: number;
  /** Messages of this access point that were refused. */
  readonly invalid: number;
}

/** Running account of one access point; one stream after the other writes into it. */
export class LinkAccount {
  readonly #accessPoint: number;
  #connection: Connection | null = null;
  #epoch: number | null = null;
  #attachedSince: string | null = null;
  #closedUp = nothingCarried;
  #closedDown = nothingCarried;
  #withheldBefore = 0;
  #withheldNow = 0;
  commandsDropped = 0;
  commandsLost = 0;
  invalid = 0;

  constructor(accessPoint: number) {
    this.#accessPoint = accessPoint;
  }

  attach(epoch: number, connection: Connection): void {
    this.#settle();
    this.#connection = connection;
    this.#epoch = epoch;
    this.#withheldBefore += this.#withheldNow;
    this.#withheldNow = 0;
    this.#attachedSince = new Date().toISOString();
    connection.once('close', () => {
      if (this.#connection === connection) this.#settle();
    });
  }

  /** @param reports  on the current stream, so far. */
  withheld(reports: number): void {
    this.#withheldNow = Math.max(this.#withheldNow, reports);
  }

  detach(): void {
    this.#attachedSince = null;
  }

  counters(): LinkCounters {
    return {
      accessPoint: this.#accessPoint,
      attached: this.#attachedSince !== null,
      epoch: this.#epoch,
      attachedSince: this.#attachedSince,
      up: sumCounters(this.#closedUp, this.#connection?.up ?? nothingCarried),
      down: sumCounters(this.#closedDown, this.#connection?.down ?? nothingCarried),
      commandsDropped: this.commandsDropped,
      commandsLost: this.commandsLost,
      reportsWithheld: this.#withheldBefore + this.#withheldNow,
      invalid: this.invalid,
    };
  }

  /** A connection is over: its bytes stay. */
  #settle(): void {
    if (this.#connection === null) return;
    this.#closedUp = sumCounters(this.#closedUp, this.#connection.up);
    this.#closedDown = sumCounters(this.#closedDown, this.#connection.down);
    this.#connection = null;
  }
}
