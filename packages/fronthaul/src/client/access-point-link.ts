import { kindOf, kindsUp } from '../account/frame-counter.ts';
import { decodeDown } from '../codec/down.ts';
import { InvalidMessageError } from '../codec/result.ts';
import { encodeHello, encodeReferenceUp, encodeReport, encodeWithheld } from '../codec/up.ts';
import { defaultKeepalive, fronthaulService, type Keepalive } from '../definition.ts';
import { Unacknowledged } from '../link/unacknowledged.ts';
import { messageFraming } from '../link/wall-link.ts';
import {
  type LinkTerms,
  protocolVersion,
  type ReceivedCommand,
  type ReferenceMessage,
  type ReportMessage,
} from '../messages.ts';
import { createOutbox, type Outbox } from '../outbox.ts';
import type { RefusalCode } from '../refusal.ts';
import { openStream } from './stream.ts';

const reportsWaiting = 1024;
/** How often the fusion worker is told of reports that were withheld. */
const tellEveryMs = 500;

export interface AccessPointLinkOptions {
  /** host:port of the fusion worker. */
  readonly address: string;
  readonly accessPoint: number;
  readonly epoch: number;
  readonly scenarioHash: string;
  readonly run: number;
  onCommand(command: ReceivedCommand): void;
  /** What other APs send in a slot, where that travels; after the command that announced it. */
  onReference?(reference: ReferenceMessage): void;
  /** No more commands on this stream; the link itself goes on trying until it is closed. */
  onDrain(): void;
  /** Told once per cause. A link refused for good (`isRetryable(code)` false) stays down; others go on trying. */
  onRefused(reason: string, code: RefusalCode): void;
  onConnection(up: boolean): void;
  readonly keepalive?: Keepalive;
  readonly welcomeTimeoutMs?: number;
  readonly random?: () => number;
}

export interface AccessPointLinkCounters {
  readonly messagesUp: number;
  readonly messagesDown: number;
  readonly payloadBytesUp: number;
  readonly payloadBytesDown: number;
  readonly wireBytesUp: number;
  readonly wireBytesDown: number;
  /** Bytes of the current stream, framing included, that the fusion worker had not received when it last sent a command. */
  readonly unacknowledgedBytes: number;
  /** Reports and references that were not encoded, because more than the link takes was on its way. */
  readonly reportsWithheld: number;
  /** Commands and references that were lost on their emulated way. */
  readonly commandsLost: number;
  /** Reports and references dropped because the connection was down or could not take them. */
  readonly reportsDropped: number;
  /** The same that were never sent because their values are impossible. */
  readonly reportsInvalid: number;
  /** Streams that reached their welcome. */
  readonly connections: number;
}

/** One access point's link to one fusion worker: one channel, one TCP connection. */
export interface AccessPointLink {
  /** False when it was dropped: connection down, too much on its way, or values that no report may carry. */
  sendReport(report: ReportMessage): boolean;
  /** False when it was dropped: connection down, or too much on its way. */
  sendReference(reference: ReferenceMessage): boolean;
  counters(): AccessPointLinkCounters;
  /** Nothing is called back from here on. */
  close(): void;
}

/** Connects, says hello, and comes back by itself (50 ms to 1 s, jittered) whenever the connection is lost. */
export function connectAccessPoint(options: AccessPointLinkOptions): AccessPointLink {
  const { accessPoint, epoch, scenarioHash, run } = options;
  const hello = encodeHello({ accessPoint, epoch, scenarioHash, run, protocolVersion });
  const counted = { messagesUp: 0, messagesDown: 0, payloadBytesUp: 0, payloadBytesDown: 0 };
  let outbox: Outbox | null = null;
  let onTheWay = new Unacknowledged();
  let budgetBytes: number | null = null;
  let withheldOnStream = 0;
  /** What the message that waits, or was written last, says. */
  let withheldWaiting = 0;
  /** What has been written. */
  let withheldTold = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  let reportsWithheld = 0;
  let commandsLost = 0;
  let reportsDropped = 0;
  let reportsInvalid = 0;
  let connections = 0;

  const countUp = (message: Buffer): void => {
    counted.messagesUp += 1;
    counted.payloadBytesUp += message.length;
    const kind = kindOf(message, kindsUp);
    onTheWay.sent(message.length, kind !== 'control');
    // Beside the hello, which goes before the outbox is there, only what was withheld is told under `control`.
    if (kind === 'control' && outbox !== null) withheldTold = withheldWaiting;
  };

  const stream = openStream({
    address: options.address,
    method: fronthaulService.attach,
    hello,
    keepalive: options.keepalive ?? defaultKeepalive,
    welcomeTimeoutMs: options.welcomeTimeoutMs ?? 5000,
    random: options.random ?? Math.random,
    onConnection(up) {
      if (up && stream.call !== null) {
        connections += 1;
        onTheWay = new Unacknowledged();
        // What the last stream did not live to tell.
        withheldOnStream -= withheldTold;
        withheldWaiting = 0;
        withheldTold = 0;
        countUp(hello);
        outbox = createOutbox(stream.call, reportsWaiting, countUp);
      } else {
        reportsDropped += outbox?.waiting ?? 0;
        outbox = null;
      }
      options.onConnection(up);
    },
    onRefused: ({ reason, code }) => options.onRefused(reason, code),
    onMessage(bytes) {
      counted.messagesDown += 1;
      counted.payloadBytesDown += bytes.length;
      const message = decodeDown(bytes);
      if (!message.ok) return stream.restart();
      if (message.value.kind === 'welcome') {
        keepTo(message.value.terms);
        return stream.welcomed();
      }
      if (outbox === null) return stream.restart();
      if (message.value.kind === 'drain') return options.onDrain();
      if (message.value.kind === 'linkTerms') return keepTo(message.value.terms);
      if (message.value.kind === 'reference') return refer(message.value.reference);
      take(message.value.command);
    },
  });

  function keepTo(terms: LinkTerms): void {
    stream.keepTo(terms);
    budgetBytes = terms.budgetBytes;
  }

  function take(command: ReceivedCommand): void {
    if (command.lost) {
      commandsLost += 1;
      return;
    }
    onTheWay.acknowledge(command.acknowledgedBytes);
    const now = performance.now();
    if (withheldOnStream > withheldTold && now >= toldAt + tellEveryMs) {
      toldAt = now;
      withheldWaiting = withheldOnStream;
      outbox?.renew(encodeWithheld(withheldOnStream));
    }
    options.onCommand(command);
  }

  function refer(reference: ReferenceMessage): void {
    if (reference.lost) commandsLost += 1;
    else options.onReference?.(reference);
  }

  /** A report that would wait for the link is worth less than the next one; at least one is always on its way. */
  function mustWithhold(): boolean {
    if (budgetBytes === null) return false;
    const waiting = outbox === null ? 0 : outbox.waitingBytes + outbox.waiting * messageFraming;
    return onTheWay.bytes + waiting >= budgetBytes;
  }

  function send(encode: () => Buffer): boolean {
    if (outbox === null) {
      reportsDropped += 1;
      return false;
    }
    if (mustWithhold()) {
      reportsWithheld += 1;
      withheldOnStream += 1;
      return false;
    }
    try {
      reportsDropped += outbox.push(encode());
      return true;
    } catch (error) {
      if (!(error instanceof InvalidMessageError)) throw error;
      reportsInvalid += 1;
      return false;
    }
  }

  return {
    sendReport: (report) => send(() => encodeReport(report)),
    sendReference: (reference) => send(() => encodeReferenceUp(reference)),
    counters() {
      const wire = stream.wireBytes();
      return {
        ...counted,
        wireBytesUp: wire.up,
        wireBytesDown: wire.down,
        unacknowledgedBytes: onTheWay.bytes,
        reportsWithheld,
        commandsLost,
        reportsDropped,
        reportsInvalid,
        connections,
      };
    },
    close() {
      outbox = null;
      stream.close();
    },
  };
}
