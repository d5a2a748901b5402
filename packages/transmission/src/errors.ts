export type TransmissionErrorCode = 'NOT_A_TRANSMIT_ACCESS_POINT' | 'USER_NOT_SERVED' | 'INSPECTION_NOT_PLANNED';

/** Something was asked of a transmit AP that it could not send. */
export class TransmissionError extends Error {
  override readonly name = 'TransmissionError';
  readonly code: TransmissionErrorCode;
  readonly accessPoint: number;

  constructor(code: TransmissionErrorCode, accessPoint: number, message: string) {
    super(message);
    this.code = code;
    this.accessPoint = accessPoint;
  }
}
