export type DeploymentErrorCode =
  | 'NO_TRANSMIT_ACCESS_POINT'
  | 'TOO_FEW_ACCESS_POINTS'
  | 'REGIONS_NOT_SQUARE'
  | 'TOO_MANY_CELLS'
  | 'SLOT_OUT_OF_RANGE';

/** A network that cannot be put on the map, or a slot outside the range draws can name. */
export class DeploymentError extends Error {
  override readonly name = 'DeploymentError';
  readonly code: DeploymentErrorCode;
  /** The numbers the message speaks of. */
  readonly fields: Readonly<Record<string, number>>;

  constructor(code: DeploymentErrorCode, message: string, fields: Readonly<Record<string, number>>) {
    super(message);
    this.code = code;
    this.fields = fields;
  }
}
