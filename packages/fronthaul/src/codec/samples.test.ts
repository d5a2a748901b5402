import { createComplexMatrix, drawKey, fillComplexNormal } from '@vedetta/numerics';
import { presetScenario } from '@vedetta/scenario';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportMessage } from '../messages.ts';
import { InvalidMessageError } from './result.ts';
import { asForwarded, decodeSamples, encodeSamples, longestReportBytes, type SampleFormat } from './samples.ts';
import { decodeUp, encodeReport } from './up.ts';

const observation = createComplexMatrix(50, 1);
fillComplexNormal(drawKey(1, 'samples'), 0, 0, 0, observation);
const formats: SampleFormat[] = ['float64', { mantissaBits: 6 }, { mantissaBits: 9 }, { mantissaBits: 16 }];

function sent(report: ReportMessage): ReportMessage {
  const message = decodeUp(encodeReport(report));
  if (!message.ok || message.value.kind !== 'report') throw new Error('not a report');
  return message.value.report;
}

describe('reports of other splits', () => {
  it('z and gram are read back to the last bit', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    const statistics = fc.integer({ min: 0, max: 6 }).chain((rank) => {
      const reals = (length: number) =>
        fc.array(number, { minLength: length, maxLength: length }).map((list) => Float64Array.from(list));
      return fc.record({ rank: fc.constant(rank), zRe: reals(rank), zIm: reals(rank), gram: reals(rank * rank) });
    });
    fc.assert(
      fc.property(statistics, (sufficient) => {
        const report = { slot: 3, inspection: 1, sufficient };
        expect(sent(report)).toEqual(report);
      }),
    );
  });

  it.each(formats)('samples in %j reach the other side as they would have been rounded here', (sampleFormat) => {
    const report = sent({ slot: 3, inspection: 1, raw: encodeSamples(observation, sampleFormat) });
    if (!('raw' in report)) throw new Error('no samples');
    const got = decodeSamples(report.raw, sampleFormat, createComplexMatrix(50, 1));
    const { fronthaul } = presetScenario('small').network;
    expect(got).toEqual(asForwarded(observation, { ...fronthaul, split: 'raw', sampleFormat }));
    if (sampleFormat === 'float64') expect(got).toEqual({ observation, rounding: null });
    else expect(got?.rounding).toHaveLength(50);
  });

  it('samples of another number, another format or no numbers are refused without an exception', () => {
    const raw = encodeSamples(observation, 'float64');
    const bits = { mantissaBits: 9 };
    expect(decodeSamples(raw, 'float64', createComplexMatrix(49, 1))).toBe(null);
    expect(decodeSamples(raw, bits, createComplexMatrix(50, 1))).toBe(null);
    expect(decodeSamples(encodeSamples(observation, bits), bits, createComplexMatrix(51, 1))).toBe(null);
    raw.samples.fill(255, 0, 8);
    expect(decodeSamples(raw, 'float64', createComplexMatrix(50, 1))).toBe(null);
  });

  it('statistics whose size does not fit their rank, or that are no numbers, name the report and are refused', () => {
    const zRe = Float64Array.of(1);
    const report = { slot: 4, inspection: 2, sufficient: { rank: 1, zRe, zIm: zRe, gram: zRe } };
    const bytes = Buffer.from(encodeReport(report));
    // The rank's one byte: the field before the values (tag 0x12).
    bytes[bytes.indexOf(0x12, 8) - 1] = 2;
    expect(decodeUp(bytes)).toMatchObject({ ok: false, at: { slot: 4, inspection: 2 } });
    const broken = { ...report, sufficient: { ...report.sufficient, gram: Float64Array.of(Number.NaN) } };
    expect(() => encodeReport(broken)).toThrow(InvalidMessageError);
  });

  it('no report of a network is longer than it says', () => {
    const { network } = presetScenario('baseline');
    const size = network.accessPoints.antennaCount * network.block.sensingSamples;
    const y = createComplexMatrix(size, 1);
    for (const sampleFormat of formats) {
      const fronthaul = { ...network.fronthaul, split: 'raw' as const, sampleFormat };
      const report = { slot: 0xffffffff, inspection: 16383, raw: encodeSamples(y, sampleFormat) };
      expect(encodeReport(report).length).toBeLessThanOrEqual(longestReportBytes({ ...network, fronthaul }));
    }
    const rank = Math.min(network.block.sensingSamples, network.accessPoints.count);
    const zRe = new Float64Array(rank);
    const sufficient = { rank, zRe, zIm: zRe, gram: new Float64Array(rank * rank) };
    const fronthaul = { ...network.fronthaul, split: 'sufficient' as const };
    expect(encodeReport({ slot: 0xffffffff, inspection: 16383, sufficient }).length).toBeLessThanOrEqual(
      longestReportBytes({ ...network, fronthaul }),
    );
  });
});
