import type { Socket } from 'node:net';

/** What one access point's link carried since the hub started. */
export interface LinkCounters {
  readonly accessPoint: number;
  readonly attached: boolean;
  /** Of the last stream that attached; null before the first. */
  readonly epoch: number | null;
  /** ISO 8601; null while detached. */
  readonly attachedSince: string | null;
  readonly messagesUp: number;
  readonly messagesDown: number;
  /** Bytes of protobuf messages. */
  readonly payloadBytesUp: number;
  readonly payloadBytesDown: number;
  /** Bytes of the TCP connection: HTTP/2 frames, headers and pings included. */
  readonly wireBytesUp: number;
  readonly wireBytesDown: number;
  /** Commands dropped because the connection could not take them. */
  readonly commandsDropped: number;
  /** Messages of this access point that were refused. */
  readonly invalid: number;
}

/** Running account of one access point; one stream after the other writes into it. */
export class LinkAccount {
  readonly #accessPoint: number;
  #socket: Socket | null = null;
  #epoch: number | null = null;
  #attachedSince: string | null = null;
  #closedWireUp = 0;
  #closedWireDown = 0;
  messagesUp = 0;
  messagesDown = 0;
  payloadBytesUp = 0;
  payloadBytesDown = 0;
  commandsDropped = 0;
  invalid = 0;

  constructor(accessPoint: number) {
    this.#accessPoint = accessPoint;
  }

  attach(epoch: number, socket: Socket | null): void {
    this.#settle();
    this.#socket = socket;
    this.#epoch = epoch;
    this.#attachedSince = new Date().toISOString();
    socket?.once('close', () => {
      if (this.#socket === socket) this.#settle();
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
      messagesUp: this.messagesUp,
      messagesDown: this.messagesDown,
      payloadBytesUp: this.payloadBytesUp,
      payloadBytesDown: this.payloadBytesDown,
      wireBytesUp: this.#closedWireUp + (this.#socket?.bytesRead ?? 0),
      wireBytesDown: this.#closedWireDown + (this.#socket?.bytesWritten ?? 0),
      commandsDropped: this.commandsDropped,
      invalid: this.invalid,
    };
  }

  /** A connection is over: its bytes stay. */
  #settle(): void {
    this.#closedWireUp += this.#socket?.bytesRead ?? 0;
    this.#closedWireDown += this.#socket?.bytesWritten ?? 0;
    this.#socket = null;
  }
}
