import type { ClientHttp2Session, ServerHttp2Session } from 'node:http2';

/** HTTP/2's own; gRPC leaves it at that. */
const defaultWindow = 65_535;

/** HTTP/2 receive window of one end of a connection; changes wait for the peer to have taken the one before. */
export class ReceiveWindow {
  readonly #session: ClientHttp2Session | ServerHttp2Session;
  #wanted: number = defaultWindow;
  #told: number = defaultWindow;
  #pending = false;

  constructor(session: ClientHttp2Session | ServerHttp2Session) {
    this.#session = session;
  }

  /** @param bytes  of a stream; null: the default. That of the connection is no smaller than the default. */
  set(bytes: number | null): void {
    this.#wanted = bytes ?? defaultWindow;
    this.#tell();
  }

  #tell(): void {
    if (this.#pending || this.#wanted === this.#told || this.#session.destroyed) return;
    this.#pending = true;
    this.#told = this.#wanted;
    this.#session.setLocalWindowSize(Math.max(defaultWindow, this.#told));
    this.#session.settings({ initialWindowSize: this.#told }, () => {
      this.#pending = false;
      this.#tell();
    });
  }
}
