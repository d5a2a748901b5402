import { vedetta } from '../generated/messages.js';
import {
  type AccessPointCommand,
  type CommandPart,
  type DownMessage,
  protocolVersion,
  type ReferenceMessage,
} from '../messages.ts';
import { checkFinite, checkUint32 } from './checks.ts';
import { referenceFromWire, referenceToWire } from './reference.ts';
import { type Decoded, decoded, InvalidMessageError } from './result.ts';
import { type Bodies, finish, readerOf } from './wire.ts';

const { Down } = vedetta.v1;

export function encodeWelcome(): Buffer {
  return finish(Down.encode({ welcome: { protocolVersion } }));
}

export function encodeDrain(): Buffer {
  return finish(Down.encode({ drain: {} }));
}

/**
 * @param acknowledgedBytes  payload bytes received on the stream so far.
 * @throws {InvalidMessageError} if a field is outside its range.
 */
export function encodeCommand(command: AccessPointCommand, acknowledgedBytes: number): Buffer {
  checkCommand(command, acknowledgedBytes);
  const { slot, transmit, receive, referenceFollows = false } = command;
  return finish(
    Down.encode({
      command: {
        slot,
        transmit: [...transmit],
        receive: [...receive],
        acknowledgedBytes,
        ...(referenceFollows && { referenceFollows }),
      },
    }),
  );
}

/** @throws {InvalidMessageError} if a field is outside its range. */
export function encodeReferenceDown(reference: ReferenceMessage): Buffer {
  return finish(Down.encode({ reference: referenceToWire(reference) }));
}

/** What the fusion worker sent: a welcome, a command, a reference or a drain, checked. */
export function decodeDown(bytes: Uint8Array): Decoded<DownMessage> {
  return decoded((): DownMessage => {
    const { welcome, command, drain, reference } = Down.decode(readerOf(bytes)) as Bodies<vedetta.v1.Down>;
    if (welcome) return { kind: 'welcome', protocolVersion: welcome.protocolVersion };
    if (drain) return { kind: 'drain' };
    if (reference) return { kind: 'reference', reference: referenceFromWire(reference) };
    if (!command) throw new InvalidMessageError('neither a welcome, a command, a reference nor a drain');
    const { slot, acknowledgedBytes, referenceFollows } = command;
    const value = {
      slot,
      transmit: command.transmit.map(part),
      receive: command.receive.map(part),
      acknowledgedBytes,
      ...(referenceFollows && { referenceFollows }),
    };
    checkCommand(value, acknowledgedBytes);
    return { kind: 'command', command: value };
  });
}

function part({ inspection, region, cell }: CommandPart): CommandPart {
  return { inspection, region, cell };
}

function checkCommand(command: AccessPointCommand, acknowledgedBytes: number): void {
  checkUint32(command.slot, 'slot');
  for (const { inspection, region, cell } of [...command.transmit, ...command.receive]) {
    checkUint32(inspection, 'inspection');
    checkUint32(region, 'region');
    checkUint32(cell, 'cell');
  }
  checkFinite(acknowledgedBytes, 'acknowledged bytes');
  if (acknowledgedBytes < 0) throw new InvalidMessageError('acknowledged bytes below 0');
}
