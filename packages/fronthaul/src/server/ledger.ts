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
  commandsDropped = 0;
  invalid = 0;

  constructor(accessPoint: number) {
    this.#accessPoint = accessPoint;
  }

  attach(epoch: number, connection: Connection): void {
    this.#settle();
    this.#connection = connection;
    this.#epoch = epoch;
    this.#attachedSince = new Date().toISOString();
    connection.once('close', () => {
      if (this.#connection === connection) this.#settle();
    });
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
