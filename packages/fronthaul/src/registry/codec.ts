import { checkAscendingIds, checkLength, checkText, checkUint32 } from '../codec/checks.ts';
import { type Decoded, decoded, InvalidMessageError } from '../codec/result.ts';
import { type Bodies, finish, readerOf } from '../codec/wire.ts';
import { vedetta } from '../generated/messages.js';
import {
  type AssignedAccessPoint,
  type Assignment,
  type JoinDownMessage,
  type JoinHello,
  type JoinRefusal,
  type JoinUpMessage,
  joinRefusalCodes,
} from './messages.ts';

const { JoinDown, JoinUp } = vedetta.v1;

/** @throws {InvalidMessageError} if a field is outside its range. */
export function encodeJoinHello(hello: JoinHello): Buffer {
  checkHello(hello);
  return finish(JoinUp.encode({ hello: { ...hello, held: [...hello.held] } }));
}

export function encodeHeartbeat(): Buffer {
  return finish(JoinUp.encode({ heartbeat: {} }));
}

/** What a node sent, checked. */
export function decodeJoinUp(bytes: Uint8Array): Decoded<JoinUpMessage> {
  return decoded((): JoinUpMessage => {
    checkLength(bytes);
    const { hello, heartbeat } = JoinUp.decode(readerOf(bytes)) as Bodies<vedetta.v1.JoinUp>;
    if (heartbeat) return { kind: 'heartbeat' };
    if (!hello) throw new InvalidMessageError('neither a hello nor a heartbeat');
    const { node, scenarioHash, protocolVersion } = hello;
    const value = { node, scenarioHash, protocolVersion, held: hello.held.map(assigned) };
    checkHello(value);
    return { kind: 'hello', hello: value };
  });
}

/** @throws {InvalidMessageError} if a field is outside its range. */
export function encodeAssignment(assignment: Assignment): Buffer {
  checkAssignment(assignment);
  const { generation, accessPoints, fusionEndpoints } = assignment;
  return finish(
    JoinDown.encode({
      assignment: { generation, accessPoints: [...accessPoints], fusionEndpoints: [...fusionEndpoints] },
    }),
  );
}

export function encodeJoinRefusal({ code, reason, leader }: JoinRefusal): Buffer {
  return finish(JoinDown.encode({ refusal: { code, reason, leader: leader ?? '' } }));
}

/** What the registry sent, checked. */
export function decodeJoinDown(bytes: Uint8Array): Decoded<JoinDownMessage> {
  return decoded((): JoinDownMessage => {
    const { assignment, refusal } = JoinDown.decode(readerOf(bytes)) as Bodies<vedetta.v1.JoinDown>;
    if (refusal) {
      const code = joinRefusalCodes.find((known) => known === refusal.code);
      if (code === undefined) throw new InvalidMessageError(`refusal code ${refusal.code} is unknown`);
      const leader = refusal.leader === '' ? null : refusal.leader;
      return { kind: 'refusal', refusal: { code, reason: refusal.reason, leader } };
    }
    if (!assignment) throw new InvalidMessageError('neither an assignment nor a refusal');
    const { generation, fusionEndpoints } = assignment;
    const value = { generation, accessPoints: assignment.accessPoints.map(assigned), fusionEndpoints };
    checkAssignment(value);
    return { kind: 'assignment', assignment: value };
  });
}

function assigned({ id, epoch }: AssignedAccessPoint): AssignedAccessPoint {
  return { id, epoch };
}

function checkHello({ node, scenarioHash, protocolVersion, held }: JoinHello): void {
  checkText(node, 'node name');
  checkText(scenarioHash, 'scenario hash');
  checkUint32(protocolVersion, 'protocol version');
  checkAccessPoints(held);
}

function checkAssignment({ generation, accessPoints, fusionEndpoints }: Assignment): void {
  checkUint32(generation, 'generation');
  checkAccessPoints(accessPoints);
  for (const endpoint of fusionEndpoints) checkText(endpoint, 'fusion endpoint');
}

function checkAccessPoints(accessPoints: readonly AssignedAccessPoint[]): void {
  checkAscendingIds(
    accessPoints.map(({ id }) => id),
    'access points',
  );
  for (const { epoch } of accessPoints) checkUint32(epoch, 'epoch');
}
