import type { ReceiverKind } from './receivers.ts';

/**
 * The analytic account of a link's bytes: what a slot costs by the formats alone, at constant density, from the mean number of
 * users a transmit AP serves. Beyond what can be measured on one machine it goes on to 10⁵ access points.
 */
export interface AccountedLink {
  readonly receiveUpBytes: number;
  readonly receiveDownBytes: number;
}

const antennas = 4;
const samples = 50;
/** UEs have 4 serving APs, and 9 of 16 APs receive. */
const usersPerTransmitter = (4 * 16) / 7;
const transmitShare = 7 / 16;

/** gRPC prefix and DATA frame header of a message. */
const framing = 14;
/** Tags, lengths, slot and inspection of a report; those of z and gram, or of samples, beside them. */
const reportFields = { scalar: 5, sufficient: 15, raw: 13 } as const;
/** A command with one part and an acknowledgement. */
const commandBytes = framing + 21;
/** Weights of 16 bits with an exponent a UE, and a QPSK stream of 2 bits a symbol. */
const weightBytes = 4 * antennas + 1;
const streamBytes = Math.ceil(samples / 4);
/** Tag, id and lengths of one AP in a reference, and its seed. */
const transmitterBytes = 10 + 10;

/**
 * @param heard  transmit APs whose signals the receiver is told; Infinity: all.
 * @param split  what goes up. @param echoes  columns of D; Infinity: all.
 */
export function accountOf(
  accessPoints: number,
  split: 'scalar' | 'sufficient' | 'raw',
  echoes: number,
  heard: number,
): AccountedLink {
  const transmitters = transmitShare * accessPoints;
  const told = split === 'raw' ? 0 : Math.min(heard, transmitters);
  // A stream is told once, by whichever of its four APs: neighbours share them. A curve through the shares counted for 5.5 and 6.9 APs.
  const streams =
    told >= transmitters
      ? accessPoints
      : Math.min(accessPoints, told * usersPerTransmitter * (1 / 4 + 0.7 / Math.sqrt(told)));
  const reference =
    told === 0 ? 0 : 14 + 8 + told * (transmitterBytes + usersPerTransmitter * weightBytes) + streams * streamBytes;
  const rank = Math.min(samples, echoes, transmitters);
  const content = { scalar: 12, sufficient: 8 * (2 * rank + rank * rank), raw: 16 * antennas * samples }[split];
  return { receiveUpBytes: framing + reportFields[split] + content, receiveDownBytes: commandBytes + reference };
}

/** The account of a kind of receivers; null where it hangs on the layout whom they are told of. */
export function accountOfKind(
  { split, echoSet, clutterSet }: ReceiverKind,
  accessPoints: number,
): AccountedLink | null {
  const heard = heardOf(clutterSet);
  if (heard === null) return null;
  return accountOf(accessPoints, split, echoSet === 'all' ? Infinity : echoSet.nearest, heard);
}

function heardOf(clutterSet: ReceiverKind['clutterSet']): number | null {
  if (clutterSet === 'all') return Infinity;
  if ('azimuthNodes' in clutterSet) return 'withinMetres' in clutterSet ? null : Infinity;
  const known = 'strongest' in clutterSet ? clutterSet.strongest : clutterSet.whiteRest;
  // Of the four nearest to the cell some are not among the strongest at the receiver: a curve through 1.4 and 0.9, counted for 4 and 6.
  return known + 6 / known;
}
