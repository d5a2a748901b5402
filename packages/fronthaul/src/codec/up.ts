import { vedetta } from '../generated/messages.js';
import { type Hello, reportFieldLimit, type ScalarReport, type UpMessage } from '../messages.ts';
import { checkBelow, checkLength, checkText, checkUint32 } from './checks.ts';
import { type Decoded, decoded, InvalidMessageError } from './result.ts';
import { type Bodies, finish, readerOf } from './wire.ts';

const { Up } = vedetta.v1;

/** @throws {InvalidMessageError} if a field is outside its range. */
export function encodeHello(hello: Hello): Buffer {
  checkHello(hello);
  return finish(Up.encode({ hello }));
}

/** @throws {InvalidMessageError} if a field is outside its range. At most 24 bytes. */
export function encodeReport(report: ScalarReport): Buffer {
  checkReport(report);
  return finish(Up.encode({ report }));
}

/** @param reports  withheld on this stream so far. */
export function encodeWithheld(reports: number): Buffer {
  return finish(Up.encode({ withheld: { reports } }));
}

/** What an access point sent: a hello, a report or how many reports it withheld, checked. */
export function decodeUp(bytes: Uint8Array): Decoded<UpMessage> {
  return decoded((): UpMessage => {
    checkLength(bytes);
    const { hello, report, withheld } = Up.decode(readerOf(bytes)) as Bodies<vedetta.v1.Up>;
    if (hello) {
      const { accessPoint, epoch, scenarioHash, run, protocolVersion } = hello;
      const value = { accessPoint, epoch, scenarioHash, run, protocolVersion };
      checkHello(value);
      return { kind: 'hello', hello: value };
    }
    if (withheld) return { kind: 'withheld', reports: withheld.reports };
    if (!report) throw new InvalidMessageError('neither a hello nor a report');
    if (report.law !== 'rank') throw new InvalidMessageError('a report without a rank');
    const value = {
      slot: report.slot,
      inspection: report.inspection,
      statistic: report.statistic,
      rank: report.rank,
    };
    checkReport(value);
    return { kind: 'report', report: value };
  });
}

function checkHello(hello: Hello): void {
  checkUint32(hello.accessPoint, 'access point');
  checkUint32(hello.epoch, 'epoch');
  checkText(hello.scenarioHash, 'scenario hash');
  checkUint32(hello.run, 'run');
  checkUint32(hello.protocolVersion, 'protocol version');
}

function checkReport(report: ScalarReport): void {
  checkUint32(report.slot, 'slot');
  checkBelow(report.inspection, reportFieldLimit, 'inspection');
  const { slot, inspection, statistic, rank } = report;
  const at = { slot, inspection };
  if (!(Number.isInteger(rank) && rank >= 0 && rank < reportFieldLimit)) {
    throw new InvalidMessageError(`rank ${rank} is not a whole number from 0 to ${reportFieldLimit - 1}`, at);
  }
  if (!(statistic >= 0 && statistic < Infinity)) {
    throw new InvalidMessageError(`statistic ${statistic} is not a finite number from 0`, at);
  }
  if (rank === 0 && statistic > 0) throw new InvalidMessageError(`statistic ${statistic} with rank 0`, at);
}
