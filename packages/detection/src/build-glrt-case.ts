import type { Inspection } from '@vedetta/deployment';
import type { ComplexMatrix } from '@vedetta/numerics';
import { NO_CLUTTER, writtenOut } from './clutter-design.ts';
import { echoMatrix } from './echo-model.ts';
import { writtenOutBeside } from './joint-columns.ts';
import { lookAt } from './receiver-look.ts';
import type { GlrtCase, ReceivedBlock, ReceiverKnowledge, StructuredCovariance, TestedInspection } from './types.ts';

/**
 * The case a receive AP solves for one inspection, written out: D of its echo set, its covariance, what it received. Anyone can take
 * it home; `computeStatistic` of it is the AP's statistic, before calibration where the clutter set asks for one.
 *
 * Bounds of interpolation stand in the powers, the long-term rest and the rounding of samples as terms of their own. The detector `clutter-unaware` designs with Ψ̂ = σ²I, so its case has no clutter terms.
 */
export function buildGlrtCase(knowledge: ReceiverKnowledge, inspection: Inspection, received: ReceivedBlock): GlrtCase {
  const { deployment, accessPoint, plan, situation = null } = knowledge;
  const { blocks, chosen, design } = lookAt(deployment, plan, knowledge.blocks, situation, inspection, accessPoint);
  const echo = chosen.map((i) => blocks[i]);
  return {
    echo: echoMatrix(deployment, accessPoint, inspection.position, echo, inspection.angleError),
    observation: received.observation,
    covariance: writtenOut(
      deployment,
      design ?? NO_CLUTTER,
      blocks,
      situation?.symbols ?? [],
      received.rounding ?? null,
    ),
  };
}

/** D_o of the targets that the network's detector takes out of an inspection's test (39), written out: none with `glrt`. */
export function buildInterferers(knowledge: ReceiverKnowledge, inspection: TestedInspection): ComplexMatrix[] {
  const { deployment, accessPoint, plan, blocks, situation = null } = knowledge;
  const { beside = [] } = lookAt(deployment, plan, blocks, situation, inspection, accessPoint).inspection;
  return writtenOutBeside(deployment, accessPoint, beside, blocks);
}

/** The true Ψ_m = Σ ςκ² (S R_txᵀ Sᴴ) ⊗ R_rx + σ_z² I over the transmit APs on air with power (model.md §3). */
export function clutterCovariance(knowledge: ReceiverKnowledge): StructuredCovariance {
  const { deployment, accessPoint, blocks } = knowledge;
  return {
    noiseVariance: deployment.noiseVariance,
    terms: blocks.map(({ accessPoint: transmit, samples }) => {
      const { power, transmitCorrelation, receiveCorrelation } = deployment.clutterLink(accessPoint, transmit);
      return { power, signal: samples, transmitCorrelation, receiveCorrelation };
    }),
  };
}
