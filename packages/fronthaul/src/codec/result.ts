/** Outcome of decoding what a peer sent: never an exception, whatever the bytes. */
export type Decoded<T> = { readonly ok: true; readonly value: T } | Undecoded;

export interface Undecoded {
  readonly ok: false;
  readonly problem: string;
  /** The report it was to be, when the message was readable and only its values are impossible. */
  readonly at: ReportPlace | null;
}

export interface ReportPlace {
  readonly slot: number;
  /** `noInspection` for a reference, which belongs to a whole slot. */
  readonly inspection: number;
}

export const noInspection = -1;

/** A message of our own that cannot be put on the wire. */
export class InvalidMessageError extends Error {
  readonly code = 'INVALID_MESSAGE';
  readonly problem: string;
  readonly at: ReportPlace | null;

  constructor(problem: string, at: ReportPlace | null = null) {
    super(`not a valid message: ${problem}`);
    this.name = 'InvalidMessageError';
    this.problem = problem;
    this.at = at;
  }
}

/** Runs a decoder; what protobuf throws and what the check refuses both become a problem. */
export function decoded<T>(decode: () => T): Decoded<T> {
  try {
    return { ok: true, value: decode() };
  } catch (error) {
    if (error instanceof InvalidMessageError) return { ok: false, problem: error.problem, at: error.at };
    return { ok: false, problem: `undecodable: ${error instanceof Error ? error.message : String(error)}`, at: null };
  }
}
