import type { vedetta } from '../generated/messages.js';
import type { ReferenceMessage } from '../messages.ts';
import { checkAscendingIds, checkUint32 } from './checks.ts';
import type { Received } from './wire.ts';

/** @throws {InvalidMessageError} if a field is outside its range. */
export function referenceToWire(reference: ReferenceMessage): vedetta.v1.Reference.$Properties {
  checkReference(reference);
  const { slot, transmitters, symbols, lost = false } = reference;
  return { slot, transmitters: [...transmitters], symbols, ...(lost && { lost }) };
}

/** @throws {InvalidMessageError} for values that no reference may carry; whether the sizes fit is seen where it is used. */
export function referenceFromWire(wire: Received<vedetta.v1.Reference>): ReferenceMessage {
  const transmitters = wire.transmitters.map(({ accessPoint, precoders, sensingSeed }) => ({
    accessPoint,
    precoders: precoders as Uint8Array,
    sensingSeed: sensingSeed as Uint8Array,
  }));
  const { slot, lost } = wire;
  const reference = { slot, transmitters, symbols: wire.symbols as Uint8Array, ...(lost && { lost }) };
  checkReference(reference);
  return reference;
}

function checkReference({ slot, transmitters }: ReferenceMessage): void {
  checkUint32(slot, 'slot');
  checkAscendingIds(
    transmitters.map(({ accessPoint }) => accessPoint),
    'transmitters',
  );
}
