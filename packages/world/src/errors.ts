export type AirErrorCode =
  | 'NOT_A_RECEIVE_ACCESS_POINT'
  | 'NOT_A_TRANSMIT_ACCESS_POINT'
  | 'DUPLICATE_BLOCK'
  | 'BLOCK_SHAPE';

/** Something was asked of the air that no antenna could do. */
export class AirError extends Error {
  override readonly name = 'AirError';
  readonly code: AirErrorCode;
  readonly accessPoint: number;

  constructor(code: AirErrorCode, accessPoint: number, message: string) {
    super(message);
    this.code = code;
    this.accessPoint = accessPoint;
  }
}
