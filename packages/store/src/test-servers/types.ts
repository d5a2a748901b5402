/** A server of the tests' own, at one address for its whole life, whose data outlive stopping and killing. */
export interface TestServer {
  readonly url: string;
  /** After `stop` or `kill`; ready when it resolves. */
  start(): Promise<void>;
  /** In good order. */
  stop(): Promise<void>;
  /** All of its processes, with −9. */
  kill(): Promise<void>;
  /** Keeps its connections, and says nothing. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Ends it and removes its data. */
  close(): Promise<void>;
}

/** One that somebody else runs: it can only be used. */
export interface BorrowedServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Where a server can be had. */
export interface ServerSource<Server extends BorrowedServer> {
  readonly origin: 'url' | 'container' | 'binary';
  readonly description: string;
  open(): Promise<Server>;
}

/** Why there is none: one reason for each place that was looked at. */
export interface NoServer {
  readonly origin: null;
  readonly description: string;
}

/** How one kind of server is run. */
export interface ServerKind {
  readonly name: string;
  readonly urlVariable: string;
  readonly image: {
    readonly name: string;
    readonly port: number;
    readonly environment: Readonly<Record<string, string>>;
    readonly command: readonly string[];
  };
  /** Ends it in good order, without waiting for its clients. */
  readonly stopSignal: NodeJS.Signals;
  url(port: number): string;
  /** Null when nothing on this machine can run it; `folder` is made and the runner's. */
  findBinary(): BinaryRecipe | null;
  /** Answers or throws. */
  ask(url: string): Promise<void>;
}

export interface BinaryRecipe {
  readonly description: string;
  /** User and group that the server runs as; null for those of the tests. */
  readonly runner: { readonly uid: number; readonly gid: number } | null;
  /** Done once, before the first start. */
  prepare(folder: string): Promise<void>;
  command(folder: string, port: number): readonly [string, ...string[]];
}
