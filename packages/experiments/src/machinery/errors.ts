/** What somebody typed names no experiment. */
export class UnknownExperimentError extends Error {
  override readonly name = 'UnknownExperimentError';
  readonly code = 'UNKNOWN_EXPERIMENT';
}

/** A unit of work could not be finished. */
export class UnitFailedError extends Error {
  override readonly name = 'UnitFailedError';
  readonly code = 'EXPERIMENT_UNIT_FAILED';
}

/** An experiment contradicts itself: two points of one name, a row with a column nobody explains. */
export class ExperimentError extends Error {
  override readonly name = 'ExperimentError';
  readonly code = 'EXPERIMENT_INVALID';
}

/** The queue's server answers, and says no: a wrong password, a user that may not do what is needed. */
export class QueueRefusedError extends Error {
  override readonly name = 'QueueRefusedError';
  readonly code = 'QUEUE_REFUSED';
}
