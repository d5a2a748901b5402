import type { AccessPointPower, Deployment, OnAirSlot } from '@vedetta/deployment';
import { type ComplexMatrix, createComplexMatrix } from '@vedetta/numerics';
import {
  assembleTransmitBlock,
  generateSymbols,
  type Stream,
  sensingBeam,
  type TransmitBlock,
  type UserSymbols,
} from '@vedetta/signal';
import type { AirKeys } from './draw-keys.ts';
import { AirError } from './errors.ts';
import { createPilotScratch, createTransmitter, generateBeams, type Transmitter } from './transmitter.ts';

export interface TransmitSide {
  transmitBlocks(onAir: OnAirSlot): TransmitBlock[];
  /** Of the UEs that some AP on air sends to, ascending; new memory. */
  userSymbols(onAir: OnAirSlot): UserSymbols[];
}

/**
 * Makes the transmit blocks (9), (10) of a slot, ascending AP, only for APs with power.
 * Blocks are new memory at each call; everything else is kept.
 */
export function createTransmitSide(deployment: Deployment, keys: AirKeys): TransmitSide {
  const { antennaCount } = deployment.network.accessPoints;
  const { sensingSamples: tau, modulation } = deployment.network.block;
  const transmitters = new Map<number, Transmitter>();
  const pilotScratch = createPilotScratch(antennaCount);
  const userBeams = deployment.users.map(() => createComplexMatrix(antennaCount, 1));
  const userSymbols = deployment.users.map(() => createComplexMatrix(tau, 1));
  /** 1 for UEs whose symbols of this slot are made. */
  const symbolsReady = new Uint8Array(deployment.users.length);
  const sensingBeams: ComplexMatrix[] = [];
  const sensingSymbols: ComplexMatrix[] = [];

  function transmitterOf(accessPoint: number): Transmitter {
    const known = transmitters.get(accessPoint);
    if (known !== undefined) return known;
    if (deployment.accessPoints[accessPoint]?.role !== 'transmit') {
      throw new AirError('NOT_A_TRANSMIT_ACCESS_POINT', accessPoint, `AP ${accessPoint} does not transmit`);
    }
    const made = createTransmitter(deployment, accessPoint);
    transmitters.set(accessPoint, made);
    return made;
  }

  function userStream(slot: number, user: number, power: number): Stream {
    if (symbolsReady[user] === 0) {
      generateSymbols(modulation, 'communication', keys.userSymbols, slot, user, 0, userSymbols[user]);
      symbolsReady[user] = 1;
    }
    return { power, beam: userBeams[user], symbols: userSymbols[user] };
  }

  function sensingStream(onAir: OnAirSlot, accessPoint: number, index: number, power: number, place: number): Stream {
    const { plan } = onAir;
    const inspection = plan.inspections.find((entry) => entry.index === index);
    if (inspection === undefined) {
      throw new AirError('INSPECTION_NOT_PLANNED', accessPoint, `slot ${plan.slot} has no inspection ${index}`);
    }
    sensingBeams[place] ??= createComplexMatrix(antennaCount, 1);
    sensingSymbols[place] ??= createComplexMatrix(tau, 1);
    const beam = sensingBeam(deployment.steering(accessPoint, inspection.position), sensingBeams[place]); // (14)
    const { sensingSymbols: key } = keys;
    generateSymbols(modulation, 'sensing', key, plan.slot, accessPoint, inspection.region, sensingSymbols[place]);
    return { power, beam, symbols: sensingSymbols[place] };
  }

  function blockOf(onAir: OnAirSlot, { accessPoint, users, inspections }: AccessPointPower): TransmitBlock {
    const { slot } = onAir.plan;
    const transmitter = transmitterOf(accessPoint);
    const stranger = users.find(({ user }) => !deployment.usersOf[accessPoint].includes(user));
    if (stranger !== undefined) {
      throw new AirError('USER_NOT_SERVED', accessPoint, `AP ${accessPoint} does not serve UE ${stranger.user}`);
    }
    if (users.some(({ power }) => power > 0)) {
      generateBeams(deployment, keys, transmitter, slot, pilotScratch, userBeams);
    }
    const streams = [
      ...users
        .filter(({ power }) => power > 0)
        .sort((a, b) => a.user - b.user)
        .map(({ user, power }) => userStream(slot, user, power)),
      ...inspections
        .filter(({ power }) => power > 0)
        .sort((a, b) => a.inspection - b.inspection)
        .map(({ inspection, power }, place) => sensingStream(onAir, accessPoint, inspection, power, place)),
    ];
    return assembleTransmitBlock(accessPoint, streams, createComplexMatrix(tau, antennaCount)); // (9)
  }

  return {
    transmitBlocks(onAir) {
      symbolsReady.fill(0);
      return onAir.power
        .filter(hasPower)
        .sort((a, b) => a.accessPoint - b.accessPoint)
        .map((power) => blockOf(onAir, power));
    },
    userSymbols({ plan, power }) {
      const sent = power.flatMap(({ users }) => users.filter((entry) => entry.power > 0).map(({ user }) => user));
      return [...new Set(sent)]
        .sort((a, b) => a - b)
        .map((user) => {
          const symbols = createComplexMatrix(tau, 1);
          generateSymbols(modulation, 'communication', keys.userSymbols, plan.slot, user, 0, symbols);
          return { user, symbols };
        });
    },
  };
}

function hasPower({ users, inspections }: AccessPointPower): boolean {
  return users.some(({ power }) => power > 0) || inspections.some(({ power }) => power > 0);
}
