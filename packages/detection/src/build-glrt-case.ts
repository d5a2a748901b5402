import type { Inspection } from '@vedetta/deployment';
import { echoMatrix, selectEchoSet } from './echo-model.ts';
import type { GlrtCase, ReceivedBlock, ReceiverKnowledge, StructuredCovariance } from './types.ts';

/**
 * The case a receive AP solves for one inspection, written out: D of its echo set, its covariance, what it received. Anyone can take
 * it home; `computeStatistic` of it is the AP's statistic.
 *
 * The detector `clutter-unaware` designs with Ψ̂ = σ²I, so its case has no clutter terms.
 */
export function buildGlrtCase(knowledge: ReceiverKnowledge, inspection: Inspection, received: ReceivedBlock): GlrtCase {
  const { deployment, accessPoint, blocks } = knowledge;
  const { detector, echoSet } = deployment.network.sensing;
  const chosen = selectEchoSet(deployment, echoSet, inspection.position, blocks).map((i) => blocks[i]);
  return {
    echo: echoMatrix(deployment, accessPoint, inspection.position, chosen),
    observation: received.observation,
    covariance:
      detector === 'clutter-unaware'
        ? { noiseVariance: deployment.noiseVariance, terms: [] }
        : clutterCovariance(knowledge),
  };
}

/** Ψ_m = Σ ςκ² (S R_txᵀ Sᴴ) ⊗ R_rx + σ_z² I over the transmit APs on air with power (model.md §3). */
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
