import { encodeCommand, encodeDrain, encodeLinkTerms, encodeReferenceDown, encodeWelcome } from '../codec/down.ts';
import { noInspection, type ReportPlace } from '../codec/result.ts';
import { decodeUp } from '../codec/up.ts';
import type { Stall } from '../link/link-queue.ts';
import { unshapedCommandsWaiting, type WallLink } from '../link/wall-link.ts';
import type { AccessPointCommand, Hello, LinkTerms, ReferenceMessage, ReportMessage } from '../messages.ts';
import { createOutbox, type Outbox } from '../outbox.ts';
import type { Refusal } from '../refusal.ts';
import type { Connection } from './connection.ts';
import type { LinkAccount } from './ledger.ts';
import { type ByteStream, onEnd, refuse } from './stream.ts';

export interface AccessPointStreamOptions {
  readonly call: ByteStream;
  readonly hello: Hello;
  readonly helloBytes: number;
  readonly connection: Connection;
  /** Of its emulated link, now. */
  readonly terms: LinkTerms;
  readonly commandsWaiting: number;
  readonly account: LinkAccount;
  /** Echo columns of one receiver: no rank can be above it. */
  readonly maximumRank: number;
  /** Bytes above which a message is not looked at. */
  readonly longestUp: number;
  onReport(report: ReportMessage): void;
  onReference(reference: ReferenceMessage): void;
  onInvalid(reason: string, at: ReportPlace | null): void;
  /** Once, unless the hub ended the stream. */
  onEnded(reason: string): void;
}

/** One attached access point, from its welcome on. */
export class AccessPointStream {
  readonly accessPoint: number;
  readonly epoch: number;
  readonly #options: AccessPointStreamOptions;
  readonly #outbox: Outbox;
  #acknowledgedBytes: number;
  #over = false;

  constructor(options: AccessPointStreamOptions) {
    const { call, hello, helloBytes, account, connection, terms, commandsWaiting } = options;
    this.accessPoint = hello.accessPoint;
    this.epoch = hello.epoch;
    this.#options = options;
    this.#acknowledgedBytes = helloBytes;
    account.attach(hello.epoch, connection);
    this.#outbox = createOutbox(call, commandsWaiting);
    this.#outbox.push(encodeWelcome(terms));
    call.on('data', (bytes: Buffer) => this.#receive(bytes));
    onEnd(call, (reason) => {
      if (this.#finish()) options.onEnded(reason);
    });
  }

  /** @throws {InvalidMessageError} for a command that cannot be put on the wire. */
  send(command: AccessPointCommand, lost: boolean): boolean {
    if (this.#over) return false;
    const { account } = this.#options;
    account.commandsDropped += this.#outbox.push(encodeCommand(command, this.#acknowledgedBytes, lost));
    if (lost) account.commandsLost += 1;
    return true;
  }

  /** @throws {InvalidMessageError} for a reference that cannot be put on the wire. */
  sendReference(reference: ReferenceMessage): boolean {
    if (this.#over) return false;
    this.#options.account.commandsDropped += this.#outbox.push(encodeReferenceDown(reference));
    return true;
  }

  /** Its link is another one now. */
  shape(link: WallLink | null, stalls: readonly Stall[], terms: LinkTerms): void {
    if (this.#over) return;
    this.#options.connection.shape(link, stalls);
    this.#outbox.limit = link?.commandsWaiting ?? unshapedCommandsWaiting;
    // Without them the access point would go by a link that is no more.
    this.#outbox.renew(encodeLinkTerms(terms));
  }

  /** An outage that breaks the connection. */
  cut(): void {
    this.#options.connection.destroy();
  }

  /** The run is over: no more commands. */
  drain(): void {
    if (!this.#finish()) return;
    this.#options.call.write(encodeDrain());
    this.#options.call.end();
  }

  refuse(refusal: Refusal): void {
    if (this.#finish()) refuse(this.#options.call, refusal);
  }

  #receive(bytes: Buffer): void {
    if (this.#over) return;
    const { account, maximumRank, longestUp, onReport } = this.#options;
    this.#acknowledgedBytes += bytes.length;
    const message = decodeUp(bytes, longestUp);
    if (!message.ok) this.#reject(message.problem, message.at);
    else if (message.value.kind === 'hello') this.#reject('a second hello', null);
    else if (message.value.kind === 'withheld') account.withheld(message.value.reports);
    else if (message.value.kind === 'reference') this.#refer(message.value.reference);
    else {
      const { report } = message.value;
      const rank = rankOf(report);
      if (rank > maximumRank) this.#reject(`rank ${rank} is above ${maximumRank}`, report);
      else onReport(report);
    }
  }

  /** An AP speaks for itself alone. */
  #refer(reference: ReferenceMessage): void {
    const own = reference.transmitters.every(({ accessPoint }) => accessPoint === this.accessPoint);
    if (own && reference.transmitters.length === 1) this.#options.onReference(reference);
    else this.#reject('a reference to the signals of others', { slot: reference.slot, inspection: noInspection });
  }

  /** Impossible values are dropped and counted; a message nobody can read ends the stream. */
  #reject(problem: string, at: ReportPlace | null): void {
    const { account, onInvalid, onEnded, call } = this.#options;
    account.invalid += 1;
    onInvalid(problem, at);
    if (at !== null || !this.#finish()) return;
    const reason = `message that cannot be used: ${problem}`;
    refuse(call, { code: 'INVALID_MESSAGE', reason });
    onEnded(reason);
  }

  /** False when it was over already. */
  #finish(): boolean {
    if (this.#over) return false;
    this.#over = true;
    this.#options.account.detach();
    return true;
  }
}

/** 0 for raw samples, which claim none. */
function rankOf(report: ReportMessage): number {
  if ('sufficient' in report) return report.sufficient.rank;
  return 'rank' in report ? report.rank : 0;
}
