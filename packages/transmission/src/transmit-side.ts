import type { AccessPointPower, Deployment, OnAirSlot } from '@vedetta/deployment';
import { type ComplexMatrix, createComplexMatrix, type DrawKey } from '@vedetta/numerics';
import type { FronthaulConfig } from '@vedetta/scenario';
import {
  assembleTransmitBlock,
  decodeBlockFloatingPoint,
  encodeBlockFloatingPoint,
  generateSymbols,
  type Stream,
  sensingBeam,
  type TransmitBlock,
  type UserSymbols,
} from '@vedetta/signal';
import { transmissionKeys } from './draw-keys.ts';
import { TransmissionError } from './errors.ts';
import { createPilotScratch, createTransmitter, generateBeams, type Transmitter } from './transmitter.ts';

/** What the transmit APs of a run send. Every draw has a name: any process makes the same, in any order of calls. */
export interface TransmitSide {
  /**
   * What the APs on air emit in a slot (9): UE streams, and sensing beams at inspected cells (10) or at the estimates of followed
   * targets (11). A block hangs on its own AP alone: an AP that wants only its own one hands in
   * `power` with only its own entry.
   *
   * @returns ascending AP, only APs with power; new memory at each call
   */
  transmitBlocks(onAir: OnAirSlot): TransmitBlock[];
  /** Symbols of the UEs that some AP on air sends to, ascending: what is known beside the blocks of APs that are. New memory. */
  userSymbols(onAir: OnAirSlot): UserSymbols[];
  /** What a block is made of: what has to travel where receivers do not know it (references `explicit`). Memory of the side, until the next call. */
  streams(onAir: OnAirSlot, accessPoint: number): TransmitStreams;
}

/** The streams of one transmit AP in one slot. */
export interface TransmitStreams {
  readonly accessPoint: number;
  /** UEs with power, ascending. */
  readonly users: readonly (Stream & { readonly user: number })[];
  /** From which, with the address (slot, AP, region), the symbols of its sensing beams are drawn; null without a beam. */
  readonly sensingSeed: DrawKey | null;
}

/**
 * Opens the transmit side of a run.
 *
 * @param seed  the run's seed; a whole number, 0 to 2⁵³ − 1
 */
export function createTransmitSide(deployment: Deployment, seed: number): TransmitSide {
  const keys = transmissionKeys(seed);
  const { antennaCount } = deployment.network.accessPoints;
  const { sensingSamples: tau, modulation } = deployment.network.block;
  const { fronthaul } = deployment.network;
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
      throw new TransmissionError('NOT_A_TRANSMIT_ACCESS_POINT', accessPoint, `AP ${accessPoint} does not transmit`);
    }
    const made = createTransmitter(deployment, accessPoint);
    transmitters.set(accessPoint, made);
    return made;
  }

  function writeSymbols(slot: number, user: number, out: ComplexMatrix): void {
    generateSymbols(modulation, 'communication', keys.userSymbols, slot, user, 0, out);
    if (modulation === 'gaussian') roundReference(out, fronthaul);
  }

  function userStream(slot: number, user: number, power: number): TransmitStreams['users'][number] {
    if (symbolsReady[user] === 0) writeSymbols(slot, user, userSymbols[user]);
    symbolsReady[user] = 1;
    return { user, power, beam: userBeams[user], symbols: userSymbols[user] };
  }

  /** The UE streams of an AP, ascending. */
  function userStreams(slot: number, { accessPoint, users }: AccessPointPower): TransmitStreams['users'] {
    const transmitter = transmitterOf(accessPoint);
    const stranger = users.find(({ user }) => !deployment.usersOf[accessPoint].includes(user));
    if (stranger !== undefined) {
      throw new TransmissionError(
        'USER_NOT_SERVED',
        accessPoint,
        `AP ${accessPoint} does not serve UE ${stranger.user}`,
      );
    }
    const heard = users.filter(({ power }) => power > 0).sort((a, b) => a.user - b.user);
    if (heard.length > 0) generateBeams(deployment, keys, transmitter, slot, pilotScratch, userBeams);
    for (const { user } of heard) roundReference(userBeams[user], fronthaul);
    return heard.map(({ user, power }) => userStream(slot, user, power));
  }

  function sensingStream(onAir: OnAirSlot, accessPoint: number, index: number, power: number, place: number): Stream {
    const { plan } = onAir;
    const inspection = plan.inspections.find((entry) => entry.index === index);
    if (inspection === undefined) {
      throw new TransmissionError(
        'INSPECTION_NOT_PLANNED',
        accessPoint,
        `slot ${plan.slot} has no inspection ${index}`,
      );
    }
    sensingBeams[place] ??= createComplexMatrix(antennaCount, 1);
    sensingSymbols[place] ??= createComplexMatrix(tau, 1);
    const steering = deployment.steering(accessPoint, inspection.position, inspection.angleError);
    const beam = sensingBeam(steering, sensingBeams[place]); // (11), (14)
    const { sensingSymbols: key } = keys;
    generateSymbols(modulation, 'sensing', key, plan.slot, accessPoint, inspection.region, sensingSymbols[place]);
    return { power, beam, symbols: sensingSymbols[place] };
  }

  function blockOf(onAir: OnAirSlot, power: AccessPointPower): TransmitBlock {
    const { accessPoint, inspections } = power;
    const streams = [
      ...userStreams(onAir.plan.slot, power),
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
          writeSymbols(plan.slot, user, symbols);
          return { user, symbols };
        });
    },
    streams(onAir, accessPoint) {
      symbolsReady.fill(0);
      const power = onAir.power.find((entry) => entry.accessPoint === accessPoint);
      if (power === undefined) return { accessPoint, users: [], sensingSeed: null };
      const sensing = power.inspections.some(({ power }) => power > 0);
      return {
        accessPoint,
        users: userStreams(onAir.plan.slot, power),
        sensingSeed: sensing ? keys.sensingSymbols : null,
      };
    },
  };
}

/**
 * Where references travel (`explicit`), an AP sends what it says: precoders and Gaussian symbols are rounded to the format in which they
 * travel before anything is sent, so that whoever receives them knows the signal exactly.
 */
function roundReference(samples: ComplexMatrix, { references, referenceBits }: FronthaulConfig): void {
  if (references === 'explicit')
    decodeBlockFloatingPoint(encodeBlockFloatingPoint(samples, referenceBits), referenceBits, samples);
}

function hasPower({ users, inspections }: AccessPointPower): boolean {
  return users.some(({ power }) => power > 0) || inspections.some(({ power }) => power > 0);
}
