import type { AccessPointPower, Deployment, SlotPlan } from '@vedetta/deployment';
import { type ComplexMatrix, createComplexMatrix, drawKey, fillComplexNormal, gemm } from '@vedetta/numerics';
import {
  assembleTransmitBlock,
  communicationBeam,
  estimateChannel,
  generateSymbols,
  type Stream,
  sensingBeam,
  type TransmitBlock,
  type UserSymbols,
} from '@vedetta/signal';
import { servedPilots } from './transmitters.ts';

/** What a network might transmit in a slot: one draw from its long-term statistics. */
export interface DrawnTransmission {
  readonly blocks: readonly TransmitBlock[];
  readonly symbols: readonly UserSymbols[];
}

/**
 * Draw number `draw` of what the transmit APs on air emit (9), (10) with these powers: channel estimates (6) from their long-term statistics,
 * symbols from the modulation. Named under the layout seed, so that every process makes the same ones; they have nothing in
 * common with what a run transmits.
 *
 * @param power  of the APs on air. @param place  what the draws are for: a number below 2³².
 * @returns blocks of APs with power, ascending; symbols of all UEs, ascending.
 */
export function drawTransmission(
  deployment: Deployment,
  plan: SlotPlan,
  power: readonly AccessPointPower[],
  draw: number,
  place: number,
): DrawnTransmission {
  const { layoutSeed, block, accessPoints } = deployment.network;
  const key = (what: string) => drawKey(layoutSeed, `receiver/long-term/${what}`);
  const [pilotKey, userKey, sensingKey] = [key('pilot'), key('user-symbols'), key('sensing-symbols')];
  const symbols = deployment.users.map(({ id }): UserSymbols => {
    const drawn = createComplexMatrix(block.sensingSamples, 1);
    return { user: id, symbols: generateSymbols(block.modulation, 'communication', userKey, draw, id, place, drawn) };
  });

  function userStreams(split: AccessPointPower): Stream[] {
    const beams = new Map<number, ComplexMatrix>();
    for (const { pilot, users } of servedPilots(deployment, split.accessPoint)) {
      const { observationFactor } = users[0].estimator;
      const white = createComplexMatrix(accessPoints.antennaCount, 1);
      fillComplexNormal(pilotKey, draw * 65_536 + split.accessPoint, pilot, place, white);
      const observation = createComplexMatrix(accessPoints.antennaCount, 1);
      gemm('NN', observationFactor, white, observation);
      for (const { user, estimator } of users)
        if (estimator.tracePhi > 0)
          beams.set(user, communicationBeam(estimateChannel(estimator, observation), estimator.tracePhi));
    }
    return [...split.users]
      .sort((a, b) => a.user - b.user)
      .flatMap(({ user, power: eta }) => {
        const beam = beams.get(user);
        return beam && eta > 0 ? [{ power: eta, beam, symbols: symbols[user].symbols }] : [];
      });
  }

  function sensingStreams(split: AccessPointPower): Stream[] {
    return [...split.inspections]
      .sort((a, b) => a.inspection - b.inspection)
      .flatMap(({ inspection, power: mu }) => {
        const planned = plan.inspections.find(({ index }) => index === inspection);
        if (!planned || mu === 0) return [];
        const drawn = createComplexMatrix(block.sensingSamples, 1);
        const address = draw * 65_536 + split.accessPoint;
        generateSymbols(block.modulation, 'sensing', sensingKey, address, planned.region, place, drawn);
        return [
          { power: mu, beam: sensingBeam(deployment.steering(split.accessPoint, planned.position)), symbols: drawn },
        ];
      });
  }

  const blocks = withPower(power).map((split) => {
    const samples = createComplexMatrix(block.sensingSamples, accessPoints.antennaCount);
    return assembleTransmitBlock(split.accessPoint, [...userStreams(split), ...sensingStreams(split)], samples);
  });
  return { blocks, symbols };
}

/** The APs that send anything, ascending. */
export function withPower(power: readonly AccessPointPower[]): AccessPointPower[] {
  return power
    .filter(({ users, inspections }) => [...users, ...inspections].some((entry) => entry.power > 0))
    .sort((a, b) => a.accessPoint - b.accessPoint);
}
