import type { TargetEstimate } from '@vedetta/deployment';
import { clutterCovariance } from './build-glrt-case.ts';
import { echoMatrix, selectEchoSet } from './echo-model.ts';
import { DetectionError } from './errors.ts';
import type { TrackedEcho, TrackingCase } from './tracking-receivers.ts';
import type { ReceivedBlock, ReceiverKnowledge } from './types.ts';

/**
 * What a receive AP tests its targets with (38), written out: D̂_l of every followed target at its estimate (12), its own columns those of
 * the network's echo set, those it may put into the tests of others those of all transmit APs on air with power; and y, in which the echoes
 * of all targets have arrived (37).
 *
 * The true Ψ, as every block is known; the detector `clutter-unaware` designs with Ψ̂ = σ²I.
 *
 * @param targets  all followed targets, whether this AP listens to them or not: all of them echo.
 * @throws {DetectionError} for a network whose receivers know part of the clutter alone.
 */
export function buildTrackingCase(
  knowledge: ReceiverKnowledge,
  targets: readonly TargetEstimate[],
  received: ReceivedBlock,
): TrackingCase {
  const { deployment, accessPoint, blocks } = knowledge;
  const { echoSet, clutterSet, detector } = deployment.network.sensing;
  if (clutterSet !== 'all') throw new DetectionError('clutterSet', "must be 'all' where targets are tracked");
  return {
    targets: targets.map(({ position, angleError }): TrackedEcho => {
      const chosen = selectEchoSet(deployment, echoSet, position, blocks).map((i) => blocks[i]);
      const echo = echoMatrix(deployment, accessPoint, position, chosen, angleError);
      if (chosen.length === blocks.length) return { echo };
      return { echo, interference: echoMatrix(deployment, accessPoint, position, blocks, angleError) };
    }),
    observation: received.observation, // (37)
    covariance:
      detector === 'clutter-unaware'
        ? { noiseVariance: deployment.noiseVariance, terms: [] }
        : clutterCovariance(knowledge),
  };
}
