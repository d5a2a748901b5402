export type EvaluationErrorCode = 'UNKNOWN_ACCESS_POINT' | 'NOT_A_RECEIVE_ACCESS_POINT' | 'NOT_A_TRANSMIT_ACCESS_POINT';

/** A question about a network that does not have what is asked for. */
export class EvaluationError extends Error {
  readonly code: EvaluationErrorCode;
  readonly accessPoint: number;
  constructor(code: EvaluationErrorCode, accessPoint: number, detail: string) {
    super(detail);
    this.name = 'EvaluationError';
    this.code = code;
    this.accessPoint = accessPoint;
  }
}
