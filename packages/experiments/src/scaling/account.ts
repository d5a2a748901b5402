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

/** Tags, lengths, slot and inspection of a report, its gRPC prefix and DATA frame header. */
const reportFraming = 14 + 8;
/** A command with one part and an acknowledgement, with its framing. */
const commandBytes = 14 + 24;
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
  // A stream is told once, by whichever of its four APs: of neighbours that are told together, the more the larger the share of the four.
  const streams =
    told >= transmitters
      ? accessPoints
      : Math.min(accessPoints, told * usersPerTransmitter * (1 / 4 + 0.7 / Math.sqrt(told)));
  const reference =
    told === 0 ? 0 : 14 + 8 + told * (transmitterBytes + usersPerTransmitter * weightBytes) + streams * streamBytes;
  const rank = Math.min(samples, echoes, transmitters);
  const content = { scalar: 12, sufficient: 8 * (2 * rank + rank * rank), raw: 16 * antennas * samples }[split];
  return { receiveUpBytes: reportFraming + content, receiveDownBytes: commandBytes + reference };
}
