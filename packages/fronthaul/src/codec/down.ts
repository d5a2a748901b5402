import { vedetta } from '../generated/messages.js';
import {
  type AccessPointCommand,
  type CommandPart,
  type DownMessage,
  type LinkTerms,
  protocolVersion,
  type ReferenceMessage,
} from '../messages.ts';
import { checkFinite, checkUint32 } from './checks.ts';
import { referenceFromWire, referenceToWire } from './reference.ts';
import { type Decoded, decoded, InvalidMessageError } from './result.ts';
import { type Bodies, finish, readerOf } from './wire.ts';

const { Down } = vedetta.v1;

export function encodeWelcome(terms: LinkTerms = unboundedTerms): Buffer {
  const linkTerms = isUnbounded(terms) ? null : wireTerms(terms);
  return finish(Down.encode({ welcome: { protocolVersion, linkTerms } }));
}

export function encodeLinkTerms(terms: LinkTerms): Buffer {
  return finish(Down.encode({ linkTerms: wireTerms(terms) }));
}

export function encodeDrain(): Buffer {
  return finish(Down.encode({ drain: {} }));
}

/**
 * @param acknowledgedBytes  payload bytes received on the stream so far.
 * @param lost  marks it as lost on its emulated way.
 * @throws {InvalidMessageError} if a field is outside its range.
 */
export function encodeCommand(command: AccessPointCommand, acknowledgedBytes: number, lost = false): Buffer {
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
        ...(lost && { lost }),
      },
    }),
  );
}

/** @throws {InvalidMessageError} if a field is outside its range. */
export function encodeReferenceDown(reference: ReferenceMessage): Buffer {
  return finish(Down.encode({ reference: referenceToWire(reference) }));
}

/** What the fusion worker sent: a welcome, the terms of the link, a command, a reference or a drain, checked. */
export function decodeDown(bytes: Uint8Array): Decoded<DownMessage> {
  return decoded((): DownMessage => {
    const { welcome, command, drain, reference, linkTerms } = Down.decode(readerOf(bytes)) as Bodies<vedetta.v1.Down>;
    if (welcome) {
      const terms = welcome.linkTerms ? termsOf(welcome.linkTerms) : unboundedTerms;
      return { kind: 'welcome', protocolVersion: welcome.protocolVersion, terms };
    }
    if (linkTerms) return { kind: 'linkTerms', terms: termsOf(linkTerms) };
    if (drain) return { kind: 'drain' };
    if (reference) return { kind: 'reference', reference: referenceFromWire(reference) };
    if (!command) throw new InvalidMessageError('neither a welcome, a command, a reference nor a drain');
    const { slot, acknowledgedBytes, lost, referenceFollows } = command;
    const parts = { transmit: command.transmit.map(part), receive: command.receive.map(part) };
    const value = { slot, ...parts, acknowledgedBytes, lost, ...(referenceFollows && { referenceFollows }) };
    checkCommand(value, acknowledgedBytes);
    return { kind: 'command', command: value };
  });
}

/** Of a link that is not shaped. */
export const unboundedTerms: LinkTerms = { windowBytes: null, budgetBytes: null, patienceMs: 0 };

function isUnbounded({ windowBytes, budgetBytes, patienceMs }: LinkTerms): boolean {
  return windowBytes === null && budgetBytes === null && patienceMs === 0;
}

function wireTerms({ windowBytes, budgetBytes, patienceMs }: LinkTerms) {
  return { windowBytes: windowBytes ?? 0, budgetBytes: budgetBytes ?? 0, patienceMs };
}

function termsOf({ windowBytes, budgetBytes, patienceMs }: ReturnType<typeof wireTerms>): LinkTerms {
  return { windowBytes: windowBytes || null, budgetBytes: budgetBytes || null, patienceMs };
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
