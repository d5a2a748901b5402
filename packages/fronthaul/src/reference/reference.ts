import type { Deployment, OnAirSlot } from '@vedetta/deployment';
import { type ComplexMatrix, createComplexMatrix, type DrawKey } from '@vedetta/numerics';
import {
  assembleTransmitBlock,
  blockFloatingPointBytes,
  decodeBlockFloatingPoint,
  encodeBlockFloatingPoint,
  generateSymbols,
  type Stream,
  sensingBeam,
  type TransmitBlock,
  type UserSymbols,
} from '@vedetta/signal';
import type { ReferenceMessage, ReferenceTransmitter } from '../messages.ts';
import { decodeSymbols, encodeSymbols, symbolBytes } from './symbols.ts';

/** What one transmit AP knows of its own signal. */
export interface OwnStreams {
  readonly accessPoint: number;
  readonly users: readonly { readonly beam: ComplexMatrix; readonly symbols: ComplexMatrix }[];
  readonly sensingSeed: DrawKey | null;
}

/** The reference that a transmit AP sends up. */
export function referenceOf(slot: number, streams: OwnStreams, deployment: Deployment): ReferenceMessage {
  const { network } = deployment;
  const { users, accessPoint, sensingSeed } = streams;
  const { referenceBits } = network.fronthaul;
  return {
    slot,
    transmitters: [
      {
        accessPoint,
        precoders: Buffer.concat(users.map(({ beam }) => encodeBlockFloatingPoint(beam, referenceBits))),
        sensingSeed: sensingSeed === null ? new Uint8Array() : seedBytes(sensingSeed),
      },
    ],
    symbols: Buffer.concat(users.map(({ symbols }) => encodeSymbols(symbols, network))),
  };
}

/** Users whose symbols a reference to these transmit APs carries, ascending. */
export function usersHeard({ power }: OnAirSlot, accessPoints: readonly number[]): number[] {
  const heard = new Set<number>();
  for (const entry of power)
    if (accessPoints.includes(entry.accessPoint))
      for (const { user, power } of entry.users) if (power > 0) heard.add(user);
  return [...heard].sort((a, b) => a - b);
}

/** The symbols that a reference of the right size carries, ascending UE. */
export function symbolsOf(reference: ReferenceMessage, { network }: Deployment, slot: OnAirSlot): UserSymbols[] {
  const size = symbolBytes(network);
  const ids = reference.transmitters.map(({ accessPoint }) => accessPoint);
  return usersHeard(slot, ids).map((user, i) => ({
    user,
    symbols: decodeSymbols(reference.symbols.subarray(i * size, (i + 1) * size), network),
  }));
}

/**
 * The transmit blocks that a reference describes, bit for bit as they were sent.
 *
 * @param slot  plan and powers of at least the APs that it names.
 * @returns ascending AP, only APs with power; null when its sizes do not fit what these APs send.
 */
export function blocksOf(reference: ReferenceMessage, deployment: Deployment, slot: OnAirSlot): TransmitBlock[] | null {
  const { network } = deployment;
  const size = symbolBytes(network);
  const ids = reference.transmitters.map(({ accessPoint }) => accessPoint);
  if (reference.symbols.length !== size * usersHeard(slot, ids).length) return null;
  const symbols = new Map(symbolsOf(reference, deployment, slot).map(({ user, symbols }) => [user, symbols]));
  const blocks = reference.transmitters.map((transmitter) => blockOf(transmitter, symbols, deployment, slot));
  return blocks.includes(null) ? null : (blocks as TransmitBlock[]);
}

function blockOf(
  { accessPoint, precoders, sensingSeed }: ReferenceTransmitter,
  symbols: ReadonlyMap<number, ComplexMatrix>,
  deployment: Deployment,
  { plan, power }: OnAirSlot,
): TransmitBlock | null {
  const { accessPoints, block, fronthaul } = deployment.network;
  const n = accessPoints.antennaCount;
  const own = power.find((entry) => entry.accessPoint === accessPoint);
  if (own === undefined) return null;
  const users = own.users.filter(({ power }) => power > 0).sort((a, b) => a.user - b.user);
  const beams = own.inspections.filter(({ power }) => power > 0).sort((a, b) => a.inspection - b.inspection);
  const { referenceBits } = fronthaul;
  const size = blockFloatingPointBytes(n, referenceBits);
  if (precoders.length !== size * users.length) return null;
  if (sensingSeed.length !== (beams.length > 0 ? 8 : 0)) return null;
  const streams: Stream[] = users.map(({ user, power }, i) => {
    const weights = precoders.subarray(i * size, (i + 1) * size);
    const beam = decodeBlockFloatingPoint(weights, referenceBits, createComplexMatrix(n, 1));
    return { power, beam, symbols: symbols.get(user) as ComplexMatrix };
  });
  for (const { inspection, power } of beams) {
    const { position, region, angleError } = plan.inspections[inspection];
    const symbols = createComplexMatrix(block.sensingSamples, 1);
    const key = keyOf(sensingSeed);
    generateSymbols(block.modulation, 'sensing', key, plan.slot, accessPoint, region, symbols);
    const beam = sensingBeam(deployment.steering(accessPoint, position, angleError), createComplexMatrix(n, 1)); // (11), (14)
    streams.push({ power, beam, symbols });
  }
  return assembleTransmitBlock(accessPoint, streams, createComplexMatrix(block.sensingSamples, n)); // (9)
}

function seedBytes({ k0, k1 }: DrawKey): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeInt32LE(k0, 0);
  bytes.writeInt32LE(k1, 4);
  return bytes;
}

function keyOf(bytes: Uint8Array): DrawKey {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { k0: view.readInt32LE(0), k1: view.readInt32LE(4) };
}
