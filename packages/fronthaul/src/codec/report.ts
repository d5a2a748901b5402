import type { SufficientStatistic } from '@vedetta/detection';
import type { vedetta } from '../generated/messages.js';
import {
  type RawReport,
  type ReportMessage,
  reportFieldLimit,
  type ScalarReport,
  type SufficientReport,
} from '../messages.ts';
import { checkBelow, checkUint32 } from './checks.ts';
import { InvalidMessageError, type ReportPlace } from './result.ts';
import type { Received } from './wire.ts';

/** The report as protobuf takes it. @throws {InvalidMessageError} if a field is outside its range. */
export function reportToWire(report: ReportMessage): vedetta.v1.Report.$Properties {
  checkPlace(report);
  const { slot, inspection } = report;
  if ('sufficient' in report) {
    checkSufficient(report);
    const { rank } = report.sufficient;
    return { slot, inspection, sufficient: { rank, values: packSufficient(report.sufficient) } };
  }
  if ('raw' in report) {
    checkRaw(report);
    return { slot, inspection, raw: report.raw };
  }
  checkScalar(report);
  return report;
}

/** A received report, checked. @throws {InvalidMessageError} for values that no report may carry. */
export function reportFromWire(wire: Received<vedetta.v1.Report>): ReportMessage {
  const { slot, inspection, statistic, body } = wire;
  const place = { slot, inspection };
  checkPlace(place);
  if (body === 'rank') {
    const report = { ...place, statistic, rank: wire.rank };
    checkScalar(report);
    return report;
  }
  if (body === 'sufficient') {
    const { rank } = wire.sufficient;
    const report = { ...place, sufficient: unpackSufficient(rank, wire.sufficient.values as Uint8Array, place) };
    checkSufficient(report);
    return report;
  }
  if (body === 'raw') {
    const { mantissaBits } = wire.raw;
    const report = { ...place, raw: { mantissaBits, samples: wire.raw.samples as Uint8Array } };
    checkRaw(report);
    return report;
  }
  throw new InvalidMessageError('a report without a body', place);
}

/** Bytes of z and gram: 2r + r² float64. */
export function sufficientBytes(rank: number): number {
  return 8 * (2 * rank + rank * rank);
}

function packSufficient({ rank, zRe, zIm, gram }: SufficientStatistic): Uint8Array {
  const values = new Float64Array(2 * rank + rank * rank);
  values.set(zRe.subarray(0, rank));
  values.set(zIm.subarray(0, rank), rank);
  values.set(gram.subarray(0, rank * rank), 2 * rank);
  return new Uint8Array(values.buffer);
}

function unpackSufficient(rank: number, bytes: Uint8Array, at: ReportPlace): SufficientStatistic {
  checkBelow(rank, reportFieldLimit, 'rank');
  if (bytes.length !== sufficientBytes(rank))
    throw new InvalidMessageError(
      `${bytes.length} bytes of statistics of rank ${rank}, not ${sufficientBytes(rank)}`,
      at,
    );
  // A copy, so that the numbers lie where a Float64Array may.
  const values = new Float64Array(new Uint8Array(bytes).buffer);
  return {
    rank,
    zRe: values.subarray(0, rank),
    zIm: values.subarray(rank, 2 * rank),
    gram: values.subarray(2 * rank),
  };
}

function checkPlace({ slot, inspection }: ReportPlace): void {
  checkUint32(slot, 'slot');
  checkBelow(inspection, reportFieldLimit, 'inspection');
}

function checkScalar({ slot, inspection, statistic, rank }: ScalarReport): void {
  const at = { slot, inspection };
  if (!(Number.isInteger(rank) && rank >= 0 && rank < reportFieldLimit)) {
    throw new InvalidMessageError(`rank ${rank} is not a whole number from 0 to ${reportFieldLimit - 1}`, at);
  }
  if (!(statistic >= 0 && statistic < Infinity)) {
    throw new InvalidMessageError(`statistic ${statistic} is not a finite number from 0`, at);
  }
  if (rank === 0 && statistic > 0) throw new InvalidMessageError(`statistic ${statistic} with rank 0`, at);
}

function checkSufficient({ slot, inspection, sufficient }: SufficientReport): void {
  const { rank, zRe, zIm, gram } = sufficient;
  checkBelow(rank, reportFieldLimit, 'rank');
  for (const values of [zRe, zIm, gram])
    for (let i = 0; i < values.length; i++)
      if (!Number.isFinite(values[i]))
        throw new InvalidMessageError('a sufficient statistic that is not finite', { slot, inspection });
}

function checkRaw({ slot, inspection, raw: { mantissaBits } }: RawReport): void {
  if (mantissaBits !== 0 && !(mantissaBits >= 6 && mantissaBits <= 16))
    throw new InvalidMessageError(`mantissas of ${mantissaBits} bits`, { slot, inspection });
}
