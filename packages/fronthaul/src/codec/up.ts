import { vedetta } from '../generated/messages.js';
import type { Hello, ReferenceMessage, ReportMessage, UpMessage } from '../messages.ts';
import { checkLength, checkText, checkUint32 } from './checks.ts';
import { referenceFromWire, referenceToWire } from './reference.ts';
import { reportFromWire, reportToWire } from './report.ts';
import { type Decoded, decoded, InvalidMessageError } from './result.ts';
import { type Bodies, finish, readerOf } from './wire.ts';

const { Up } = vedetta.v1;

/** @throws {InvalidMessageError} if a field is outside its range. */
export function encodeHello(hello: Hello): Buffer {
  checkHello(hello);
  return finish(Up.encode({ hello }));
}

/** @throws {InvalidMessageError} if a field is outside its range. A scalar report has at most 24 bytes. */
export function encodeReport(report: ReportMessage): Buffer {
  return finish(Up.encode({ report: reportToWire(report) }));
}

/** @throws {InvalidMessageError} if a field is outside its range. */
export function encodeReferenceUp(reference: ReferenceMessage): Buffer {
  return finish(Up.encode({ reference: referenceToWire(reference) }));
}

/** @param reports  withheld on this stream so far. */
export function encodeWithheld(reports: number): Buffer {
  return finish(Up.encode({ withheld: { reports } }));
}

/**
 * What an access point sent: a hello, a report, a reference or how many of them it withheld, checked.
 *
 * @param limit  bytes above which it is not looked at.
 */
export function decodeUp(bytes: Uint8Array, limit?: number): Decoded<UpMessage> {
  return decoded((): UpMessage => {
    checkLength(bytes, limit);
    const { hello, report, reference, withheld } = Up.decode(readerOf(bytes)) as Bodies<vedetta.v1.Up>;
    if (hello) {
      const { accessPoint, epoch, scenarioHash, run, protocolVersion } = hello;
      const value = { accessPoint, epoch, scenarioHash, run, protocolVersion };
      checkHello(value);
      return { kind: 'hello', hello: value };
    }
    if (withheld) return { kind: 'withheld', reports: withheld.reports };
    if (reference) return { kind: 'reference', reference: referenceFromWire(reference) };
    if (!report) throw new InvalidMessageError('neither a hello, a report nor a reference');
    return { kind: 'report', report: reportFromWire(report) };
  });
}

function checkHello(hello: Hello): void {
  checkUint32(hello.accessPoint, 'access point');
  checkUint32(hello.epoch, 'epoch');
  checkText(hello.scenarioHash, 'scenario hash');
  checkUint32(hello.run, 'run');
  checkUint32(hello.protocolVersion, 'protocol version');
}
