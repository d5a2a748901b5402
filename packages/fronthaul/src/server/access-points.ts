import type { LinkConfig } from '@vedetta/scenario';
import type { Decoded, ReportPlace } from '../codec/result.ts';
import { decodeUp } from '../codec/up.ts';
import type { EmulatedLinks } from '../link/emulated-links.ts';
import type { LinkClock } from '../link/wall-link.ts';
import type { AccessPointCommand, Hello, ReferenceMessage, ReportMessage } from '../messages.ts';
import type { Refusal } from '../refusal.ts';
import { AccessPointStream } from './access-point-stream.ts';
import { type AdmissionRules, refuseHello } from './admission.ts';
import { type Connection, currentConnection } from './connection.ts';
import { LinkAccount, type LinkCounters } from './ledger.ts';
import { type ByteStream, type Reception, refuse } from './stream.ts';

export interface FronthaulHandlers {
  onAttach(accessPoint: number, epoch: number): void;
  /** Once for every `onAttach`. `superseded`: the access point attaches again at once, from where it is hosted now. */
  onDetach(accessPoint: number, reason: string, superseded: boolean): void;
  onReport(accessPoint: number, report: ReportMessage): void;
  /** What a transmit AP sends in a slot, where that travels. */
  onReference?(accessPoint: number, reference: ReferenceMessage): void;
  /**
   * Something unusable came and was dropped. `accessPoint` is null when the sender is not known; `at` names the report
   * it was to be, when that could be read.
   */
  onInvalid(accessPoint: number | null, reason: string, at: ReportPlace | null): void;
}

interface AccessPointsOptions {
  readonly rules: AdmissionRules;
  readonly reception: Reception;
  readonly handlers: FronthaulHandlers;
  readonly links: EmulatedLinks;
  readonly longestUp: number;
}

/** The attached access points of the current run. */
export class AccessPoints {
  readonly #options: AccessPointsOptions;
  readonly #attached = new Map<number, AccessPointStream>();
  readonly #accounts: ReadonlyMap<number, LinkAccount>;
  #run: number | null = null;

  constructor(options: AccessPointsOptions) {
    this.#options = options;
    const ids = [...options.rules.accessPoints].sort((a, b) => a - b);
    this.#accounts = new Map(ids.map((id) => [id, new LinkAccount(id)]));
  }

  /** @param clock  null: links take no time. */
  startRun(run: number, clock: LinkClock | null): void {
    if (this.#run !== run) this.endRun('run ended');
    this.#run = run;
    this.#options.links.setClock(clock);
    for (const id of this.#attached.keys()) this.#reshape(id);
  }

  setLink(accessPoint: number, link: LinkConfig): void {
    this.#options.links.set(accessPoint, link);
    this.#reshape(accessPoint);
  }

  /** A slot is issued: emulated time goes on, and outages begin. */
  tick(slot: number): void {
    const { links } = this.#options;
    const now = performance.now();
    const laidAnew = links.tick(slot, now);
    for (const [id, stream] of [...this.#attached]) {
      if (links.isCut(id, now)) stream.cut();
      else if (laidAnew && links.stalls(id).length > 0) this.#reshape(id);
    }
  }

  #reshape(accessPoint: number): void {
    const { links } = this.#options;
    const stream = this.#attached.get(accessPoint);
    stream?.shape(links.wall(accessPoint), links.stalls(accessPoint), links.terms(accessPoint));
  }

  endRun(reason: string): void {
    this.#run = null;
    const streams = [...this.#attached.values()];
    this.#attached.clear();
    for (const stream of streams) {
      stream.drain();
      this.#options.handlers.onDetach(stream.accessPoint, reason, false);
    }
  }

  attached(): readonly number[] {
    return [...this.#attached.keys()].sort((a, b) => a - b);
  }

  send(accessPoint: number, command: AccessPointCommand, lost = false): boolean {
    return this.#attached.get(accessPoint)?.send(command, lost) ?? false;
  }

  sendReference(accessPoint: number, reference: ReferenceMessage): boolean {
    return this.#attached.get(accessPoint)?.sendReference(reference) ?? false;
  }

  links(): readonly LinkCounters[] {
    return [...this.#accounts.values()].map((account) => account.counters());
  }

  accept(call: ByteStream): void {
    const { reception, handlers } = this.#options;
    const connection = currentConnection();
    if (connection === null) throw new Error('a call without a connection');
    reception.expectHello(
      call,
      decodeHello,
      (hello, bytes) => this.#attach(call, hello, bytes, connection),
      (refusal) => handlers.onInvalid(null, refusal.reason, null),
    );
  }

  #attach(call: ByteStream, hello: Hello, helloBytes: number, connection: Connection): void {
    const { rules, handlers, links, longestUp } = this.#options;
    const id = hello.accessPoint;
    const previous = this.#attached.get(id) ?? null;
    const refusal = refuseHello(hello, rules, this.#run, previous?.epoch ?? null);
    if (refusal !== null) {
      this.#refuseAttach(call, id, refusal);
      return;
    }
    if (links.isCut(id, performance.now())) {
      connection.destroy();
      return;
    }
    if (previous !== null) {
      const reason = `superseded by epoch ${hello.epoch}`;
      previous.refuse({ code: 'SUPERSEDED', reason: `access point ${id} of epoch ${previous.epoch} is ${reason}` });
      handlers.onDetach(id, reason, true);
    }
    connection.shape(links.wall(id), links.stalls(id));
    const stream = new AccessPointStream({
      call,
      hello,
      helloBytes,
      connection,
      terms: links.terms(id),
      commandsWaiting: links.commandsWaiting(id),
      account: this.#accounts.get(id) as LinkAccount,
      maximumRank: rules.accessPoints.size,
      longestUp,
      onReport: (report) => handlers.onReport(id, report),
      onReference: (reference) => handlers.onReference?.(id, reference),
      onInvalid: (reason, at) => handlers.onInvalid(id, reason, at),
      onEnded: (reason) => {
        if (this.#attached.get(id) === stream) this.#attached.delete(id);
        handlers.onDetach(id, reason, false);
      },
    });
    this.#attached.set(id, stream);
    handlers.onAttach(id, hello.epoch);
  }

  /** A stale run is an ordinary moment between two runs; everything else is worth counting. */
  #refuseAttach(call: ByteStream, id: number, refusal: Refusal): void {
    const known = this.#accounts.get(id);
    if (known !== undefined) known.invalid += refusal.code === 'STALE_RUN' ? 0 : 1;
    if (refusal.code !== 'STALE_RUN') this.#options.handlers.onInvalid(known ? id : null, refusal.reason, null);
    refuse(call, refusal);
  }
}

function decodeHello(bytes: Buffer): Decoded<Hello> {
  const message = decodeUp(bytes);
  if (!message.ok) return message;
  if (message.value.kind === 'hello') return { ok: true, value: message.value.hello };
  return { ok: false, problem: `a ${message.value.kind} before the welcome`, at: null };
}
