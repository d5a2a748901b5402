import type { Deployment, TargetEstimate } from '@vedetta/deployment';
import type { ComplexMatrix } from '@vedetta/numerics';
import type { TransmitBlock } from '@vedetta/signal';
import type { BankMemory } from './bank-memory.ts';
import { type ClutterDesign, NO_CLUTTER } from './clutter-design.ts';
import { fillDirection, fillEchoColumns, fillEchoSpan } from './echo-columns.ts';
import { takesDirections } from './joint-columns.ts';
import { selectJointDirections } from './joint-statistic.ts';
import type { ReceiverLook } from './receiver-look.ts';
import { computeReducedStatistic, type ReducedTest, selectDirections, whiten } from './reduced-test.ts';
import { selectSpanDirections } from './span-directions.ts';

/** A test of a look that has been run; valid until the memory serves another one. */
export interface RunTest {
  readonly memory: BankMemory;
  readonly test: ReducedTest;
  readonly rank: number;
  readonly statistic: number;
}

/** What is tested: y, and what its rounding added to each sample, variances in W; null where there is none. */
export interface TestedSamples {
  /** null for the receiver alone. */
  readonly observation: ComplexMatrix | null;
  readonly rounding: Float64Array | null;
}

/** The receiver alone, of samples that were not rounded. */
export const NO_SAMPLES: TestedSamples = { observation: null, rounding: null };

/**
 * Whitens [D₁ | y₁/σ] with the design of a look and the rounding of the samples and reduces it; null where nothing is on air.
 *
 * @param memory  with the signals of `blocks` and of the design's streams projected; a whole one for rounded samples.
 * @param blocks  signals of the APs of `look.blocks`, in their order.
 * @throws {SingularCovarianceError}
 */
export function testLook(
  deployment: Deployment,
  memory: BankMemory,
  look: ReceiverLook,
  blocks: readonly TransmitBlock[],
  samples: TestedSamples,
): RunTest | null {
  const { receiver, chosen, inspection } = look;
  if (chosen.length === 0) return null;
  if (inspection.beside?.length) return testBeside(deployment, memory, look, blocks, samples, inspection.beside);
  const { observation, rounding } = samples;
  const design = designOf(look, samples);
  const echoes = chosen.length;
  // More echoes than times: they are looked for in the span of all of them.
  const isWide = echoes > memory.rows();
  const test = memory.test(isWide ? memory.rows() : echoes);
  const scale = 'unit' as const;
  const { position, angleError } = inspection;
  const wanted = { deployment, memory, blocks, chosen, position, angleError, receiver, scale };
  if (isWide) fillEchoSpan(wanted, test.raw);
  else fillEchoColumns(wanted, test.raw);
  memory.projectObservation(observation, test);
  const covariance = memory.designCovariance(design, rounding, test.columns);
  whiten(test, covariance);
  const rank = isWide ? selectSpanDirections(test, memory.profiles(echoes)) : selectDirections(test);
  const statistic = computeReducedStatistic(test, covariance, rank);
  memory.countTest(design, test.columns, echoes);
  return { memory, test, rank, statistic };
}

/**
 * As `testLook` beside other targets: the columns of each of them, of all blocks, before those of the inspection. Where that would be too many echoes
 * to tell apart, all that comes from a target's direction stands for them (`takesDirections`).
 */
function testBeside(
  deployment: Deployment,
  memory: BankMemory,
  look: ReceiverLook,
  blocks: readonly TransmitBlock[],
  samples: TestedSamples,
  beside: readonly TargetEstimate[],
): RunTest {
  const { receiver, chosen, inspection } = look;
  const { observation, rounding } = samples;
  const design = designOf(look, samples);
  const times = memory.rows();
  const directions = takesDirections(beside.length + 1, blocks.length, times);
  const columnsOf = (echoes: number) => (directions ? Math.min(echoes, times) : echoes);
  const each = columnsOf(blocks.length);
  const own = columnsOf(chosen.length);
  const others = beside.length * each;
  const test = memory.test(others + own);
  const shared = { deployment, memory, blocks, receiver, scale: 'unit' as const };
  const fill = ({ position, angleError }: TargetEstimate, echoing: readonly number[], first: number) => {
    const echoes = { ...shared, chosen: echoing, position, angleError };
    if (columnsOf(echoing.length) < echoing.length) fillDirection(echoes, test.raw, first);
    else fillEchoColumns(echoes, test.raw, first);
  };
  const all = blocks.map((_, i) => i);
  for (const [l, other] of beside.entries()) fill(other, all, l * each);
  fill(inspection, chosen, others);
  memory.projectObservation(observation, test);
  const covariance = memory.designCovariance(design, rounding, test.columns);
  whiten(test, covariance);
  const rank = selectJointDirections(test, others);
  const statistic = computeReducedStatistic(test, covariance, rank);
  memory.countTest(design, test.columns, test.columns);
  memory.countJoint(others, own);
  return { memory, test, rank, statistic };
}

/** A receiver that ignores clutter counts the rounding all the same: Ψ̂ = σ²I + diag(d). */
function designOf({ design }: ReceiverLook, { rounding }: TestedSamples): ClutterDesign | null {
  return design ?? (rounding ? NO_CLUTTER : null);
}
