import type { ComplexMatrix } from '@vedetta/numerics';
import { requireFinite } from './check-case.ts';
import { receiverOf } from './compute-statistic.ts';
import { DetectionError } from './errors.ts';
import { jointReceiverOf } from './joint-statistic.ts';
import { type PreparedCase, prepareCase, preparedColumns } from './prepared-case.ts';
import type { Covariance, LocalStatistic } from './types.ts';

/** What a receive AP knows of one followed target: echoes as its estimate predicts them. */
export interface TrackedEcho {
  /** D̂_l = D_l(p̂_l), N τ × T: what the target's own test looks for. */
  readonly echo: ComplexMatrix;
  /** What the target may put into the tests of others, D_o, N τ × any number of columns; left out: its `echo`. */
  readonly interference?: ComplexMatrix;
}

/** The tests of all followed targets at one receive AP. */
export interface TrackingCase {
  readonly targets: readonly TrackedEcho[];
  /** y, N τ × 1: echoes of all targets, clutter and noise (37). */
  readonly observation: ComplexMatrix;
  readonly covariance: Covariance;
}

/** `glrt` is the paper's (44); `joint-glrt` estimates the other targets' reflectivities too. */
export type TrackingDetector = 'glrt' | 'joint-glrt';

export interface TrackingReceiver extends LocalStatistic {
  /** Which of the case's targets it tests. */
  readonly target: number;
  /** W, N τ × rank: statistic = ‖Wᴴy‖², WᴴΨW = I. */
  readonly weights: ComplexMatrix;
  /** Maximum-likelihood reflectivities of the target, T × 1, each target by itself (43): of `glrt` alone. */
  readonly rcsEstimate?: ComplexMatrix;
}

/**
 * The tests of followed targets at one receive AP,
 *
 *   H₁: y = D_l α_l + h_l + g + z      H₀: y = h_l + g + z      h_l = Σ_{l'≠l} D_{l'} α_{l'}             (38)
 *
 * `glrt` is the paper's: (39) with each Θ(α_l) minimised for itself as in (42), so that all other targets drop out of the ratio,
 *
 *   T_l(y) = ‖U_lᴴ Ψ^{−½} y‖²,   U_l spans Ψ^{−½} D̂_l                                            (44)
 *
 * the statistic (35) at the estimated position. h_l stays in y, so under H₀ T_l is no Gamma variable: its law is `alarmMeans` with the
 * other targets' echoes. `joint-glrt` maximises (39) as it stands and holds its false-alarm probability beside interferers of any
 * strength whose echoes lie in their D_o (`computeJointStatistic`).
 *
 * @param targets  which targets are tested; all when left out. The D_o of all others count in any case.
 * @returns one receiver per tested target, in that order; rank 0 and statistic 0 where no echo can be told.
 * @throws {DetectionError} if sizes disagree or a number is not finite. @throws {SingularCovarianceError}
 * @remarks One projection and one factorisation of Ψ for all targets; each test adds O((Nq)² T).
 */
export function designTrackingReceivers(
  trackingCase: TrackingCase,
  detector: TrackingDetector,
  targets: readonly number[] = trackingCase.targets.map((_, l) => l),
): TrackingReceiver[] {
  checkTargets(trackingCase, targets);
  if (targets.length === 0) return [];
  const { prepared, echo, interference } = prepareAll(trackingCase, detector === 'joint-glrt');
  return targets.map((target): TrackingReceiver => {
    if (detector === 'glrt') return { target, ...receiverOf(preparedColumns(prepared, echo[target])) }; // (42), (43), (44)
    const others = interference.filter((_, l) => l !== target).flat();
    return { target, ...jointReceiverOf(preparedColumns(prepared, [...others, ...echo[target]]), others.length) }; // (39)
  });
}

/**
 * Statistics of followed targets at one receive AP, as `designTrackingReceivers`. The CPU adds those of M_rx(p̂_l) and compares with the
 * threshold of their Σ r (44): `fuse`.
 */
export function computeTrackingStatistics(
  trackingCase: TrackingCase,
  detector: TrackingDetector,
  targets?: readonly number[],
): LocalStatistic[] {
  return designTrackingReceivers(trackingCase, detector, targets).map(({ statistic, rank }) => ({ statistic, rank }));
}

interface PreparedTargets {
  readonly prepared: PreparedCase;
  /** [target] → columns of D̂_l. */
  readonly echo: readonly (readonly number[])[];
  /** [target] → columns of D_o. */
  readonly interference: readonly (readonly number[])[];
}

/** All columns side by side, projected and whitened once. */
function prepareAll({ targets, observation, covariance }: TrackingCase, withInterference: boolean): PreparedTargets {
  const matrices: ComplexMatrix[] = [];
  let end = 0;
  const place = (matrix: ComplexMatrix): number[] => {
    matrices.push(matrix);
    const first = end;
    end += matrix.columns;
    return Array.from({ length: matrix.columns }, (_, c) => first + c);
  };
  const echo = targets.map((target) => place(target.echo));
  const interference = targets.map((target, l) =>
    withInterference && target.interference ? place(target.interference) : echo[l],
  );
  const last = matrices[matrices.length - 1];
  const prepared = prepareCase({ echo: last, observation, covariance }, matrices.slice(0, -1));
  return { prepared, echo, interference };
}

function checkTargets({ targets, observation }: TrackingCase, tested: readonly number[]): void {
  targets.forEach((target, l) => {
    checkRows(`targets[${l}].echo`, target.echo, observation.rows);
    if (target.interference) checkRows(`targets[${l}].interference`, target.interference, observation.rows);
  });
  for (const l of tested) if (targets[l] === undefined) throw new DetectionError('targets', `there is no target ${l}`);
}

function checkRows(name: string, matrix: ComplexMatrix, rows: number): void {
  requireFinite(name, matrix);
  if (matrix.rows !== rows) throw new DetectionError(name, `must have ${rows} rows, has ${matrix.rows}`);
}
