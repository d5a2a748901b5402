import type { Inspection, PowerPlan } from '@vedetta/deployment';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AccessPointCommand, protocolVersion, reportFieldLimit, type ScalarReport } from '../messages.ts';
import { decodeAirDown, decodeAirUp, encodeAirHello, encodeAirRun, encodeAirRunEnd, encodeAirSlot } from './air.ts';
import { decodeDown, encodeCommand, encodeDrain, encodeLinkTerms, encodeWelcome, unboundedTerms } from './down.ts';
import { InvalidMessageError } from './result.ts';
import { decodeUp, encodeHello, encodeReport, encodeWithheld } from './up.ts';

const uint32 = fc.integer({ min: 0, max: 0xffffffff });
const small = fc.integer({ min: 0, max: reportFieldLimit - 1 });
const name = fc.string({ minLength: 1, maxLength: 64, unit: 'binary' });
const statistic = fc.double({ min: 0, max: Number.MAX_VALUE, noNaN: true });
const coordinate = fc.double({ noNaN: true, noDefaultInfinity: true });
const ids = fc.uniqueArray(uint32, { maxLength: 20 }).map((list) => list.sort((a, b) => a - b));
const report: fc.Arbitrary<ScalarReport> = fc
  .record({ slot: uint32, inspection: small, statistic, rank: small })
  .map((value) => (value.rank === 0 ? { ...value, statistic: 0 } : value));
const hello = fc.record({
  accessPoint: uint32,
  epoch: uint32,
  scenarioHash: name,
  run: uint32,
  protocolVersion: uint32,
});
const part = fc.record({ inspection: uint32, region: uint32, cell: uint32 });
const command: fc.Arbitrary<AccessPointCommand> = fc.record({
  slot: uint32,
  transmit: fc.array(part, { maxLength: 8 }),
  receive: fc.array(part, { maxLength: 8 }),
});
const inspection = fc.record({
  phase: fc.constantFrom('detection' as const, 'tracking' as const),
  region: uint32,
  cell: uint32,
  position: fc.tuple(coordinate, coordinate, coordinate),
  transmit: ids,
  receive: ids,
});
const slot = fc.record({
  plan: fc.record({
    slot: uint32,
    inspections: fc
      .array(inspection, { maxLength: 8 })
      .map((list) => list.map((value, index): Inspection => ({ index, ...value }))),
  }),
  onAir: ids,
});
const watts = fc.double({ min: 0, max: 1e3, noNaN: true }).map((value) => value + 0);
const ascending = <Key extends string, Value>(key: Key, value: fc.Arbitrary<Value>) =>
  ids.chain((list) => fc.tuple(...list.map((id) => value.map((rest) => ({ [key]: id, ...rest }) as never))));
const powerPlan: fc.Arbitrary<PowerPlan> = fc.array(
  fc.record({
    regions: ids,
    power: ascending(
      'accessPoint',
      fc.record({
        users: ascending('user', fc.record({ power: watts })),
        beams: ascending('region', fc.record({ power: watts })),
      }),
    ),
  }),
  { minLength: 1, maxLength: 3 },
);
const run = fc.record({ run: uint32, seed: fc.maxSafeNat(), powerPlan }, { requiredKeys: ['run', 'seed'] });

describe('what is encoded', () => {
  it('is read back to the last bit', () => {
    fc.assert(
      fc.property(report, hello, command, slot, run, (report, hello, command, slot, run) => {
        expect(decodeUp(encodeReport(report))).toEqual({ ok: true, value: { kind: 'report', report } });
        expect(decodeUp(encodeHello(hello))).toEqual({ ok: true, value: { kind: 'hello', hello } });
        for (const lost of [false, true]) {
          const down = { kind: 'command', command: { ...command, acknowledgedBytes: 2 ** 40, lost } };
          expect(decodeDown(encodeCommand(command, 2 ** 40, lost))).toEqual({ ok: true, value: down });
        }
        const bounds = { windowBytes: command.slot || null, budgetBytes: run.run || null, patienceMs: 7 };
        expect(decodeDown(encodeLinkTerms(bounds))).toEqual({ ok: true, value: { kind: 'linkTerms', terms: bounds } });
        const welcome = { kind: 'welcome', protocolVersion, terms: bounds };
        expect(decodeDown(encodeWelcome(bounds))).toEqual({ ok: true, value: welcome });
        expect(decodeUp(encodeWithheld(run.run))).toEqual({ ok: true, value: { kind: 'withheld', reports: run.run } });
        expect(decodeAirDown(encodeAirSlot(slot))).toEqual({ ok: true, value: { kind: 'slot', slot } });
        expect(decodeAirDown(encodeAirRun(run))).toEqual({ ok: true, value: { kind: 'run', run } });
      }),
    );
  });

  it('tells messages without fields apart', () => {
    const welcome = { kind: 'welcome', protocolVersion, terms: unboundedTerms };
    expect(decodeDown(encodeWelcome())).toEqual({ ok: true, value: welcome });
    expect(encodeWelcome().toString('hex')).toBe('0a020801');
    expect(decodeDown(encodeDrain())).toEqual({ ok: true, value: { kind: 'drain' } });
    expect(decodeAirDown(encodeAirRunEnd())).toEqual({ ok: true, value: { kind: 'runEnd' } });
  });

  it('has the bytes that the protobuf encoding prescribes', () => {
    // Up.report (2) { slot (1) 300, statistic (3) 1.5, rank (4) 4 }; a zero field is left out, a oneof never.
    const bytes = encodeReport({ slot: 300, inspection: 0, statistic: 1.5, rank: 4 });
    expect(bytes.toString('hex')).toBe('120e08ac0219000000000000f83f2004');
    expect(encodeReport({ slot: 0, inspection: 0, statistic: 0, rank: 0 }).toString('hex')).toBe('12022000');
  });

  it('takes at most 24 bytes for a scalar report, whatever its values', () => {
    const largest = {
      slot: 0xffffffff,
      inspection: reportFieldLimit - 1,
      statistic: 1 / 3,
      rank: reportFieldLimit - 1,
    };
    expect(encodeReport(largest).length).toBeLessThanOrEqual(24);
    fc.assert(fc.property(report, (report) => encodeReport(report).length <= 24));
  });

  it('is refused when its values are impossible', () => {
    const good: ScalarReport = { slot: 1, inspection: 0, statistic: 2, rank: 3 };
    for (const change of [
      { slot: -1 },
      { slot: 2 ** 32 },
      { slot: 1.5 },
      { inspection: reportFieldLimit },
      { rank: reportFieldLimit },
      { rank: -1 },
      { rank: 0 },
      { statistic: Number.NaN },
      { statistic: Infinity },
      { statistic: -1e-9 },
    ]) {
      expect(() => encodeReport({ ...good, ...change }), JSON.stringify(change)).toThrow(InvalidMessageError);
    }
    expect(() => encodeAirRun({ run: 1, seed: 2 ** 53 })).toThrow(InvalidMessageError);
    for (const power of [-1, Number.NaN, Infinity]) {
      const share = { accessPoint: 0, users: [{ user: 0, power }], beams: [] };
      const powerPlan = [{ regions: [0], power: [share] }];
      expect(() => encodeAirRun({ run: 1, seed: 2, powerPlan })).toThrow('is not a finite number of at least 0');
    }
    const twice = { accessPoint: 3, users: [], beams: [] };
    expect(() => encodeAirRun({ run: 1, seed: 2, powerPlan: [{ regions: [], power: [twice, twice] }] })).toThrow(
      'access points with powers are not in ascending order',
    );
    const unsorted = { processName: 'p', scenarioHash: 'h', protocolVersion, accessPoints: [2, 1] };
    expect(() => encodeAirHello(unsorted)).toThrow('ascending');
    expect(() => encodeHello({ accessPoint: 0, epoch: 0, scenarioHash: '', run: 0, protocolVersion })).toThrow(
      'missing',
    );
  });
});

describe('what is decoded', () => {
  const decoders = { decodeUp, decodeDown, decodeAirUp, decodeAirDown };

  it('gives a value or a problem, never an exception, for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        for (const decode of Object.values(decoders)) {
          const message = decode(bytes);
          if (!message.ok) expect(message.problem).not.toBe('');
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('survives damage to messages that were good, and never passes on an impossible report', () => {
    const damage = fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(report, damage, fc.nat(30), (report, damage, length) => {
        const bytes = Uint8Array.from(encodeReport(report));
        for (const [at, value] of damage) bytes[at % bytes.length] = value;
        const message = decodeUp(length < bytes.length ? bytes.subarray(0, length) : bytes);
        if (!message.ok || message.value.kind !== 'report') return;
        const { slot, inspection } = message.value.report;
        expect([slot, inspection].every((value) => Number.isInteger(value) && value >= 0)).toBe(true);
        if (!('statistic' in message.value.report)) return;
        const { statistic, rank } = message.value.report;
        expect(Number.isFinite(statistic) && statistic >= 0).toBe(true);
        expect([slot, inspection, rank].every((value) => Number.isInteger(value) && value >= 0)).toBe(true);
        expect(inspection < reportFieldLimit && rank < reportFieldLimit && (rank > 0 || statistic === 0)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('names the report whose values are impossible', () => {
    // slot 7, inspection 2, statistic NaN, rank 4.
    const bytes = Buffer.from('120f0807100219000000000000f87f2004', 'hex');
    expect(decodeUp(bytes)).toEqual({
      ok: false,
      problem: 'statistic NaN is not a finite number from 0',
      at: { slot: 7, inspection: 2 },
    });
  });

  it('refuses a report without a body and a message of unknown kind, and skips unknown fields', () => {
    expect(decodeUp(Buffer.from('120b080719000000000000f83f', 'hex'))).toMatchObject({
      problem: 'a report without a body',
    });
    expect(decodeUp(Buffer.alloc(0))).toMatchObject({ problem: 'neither a hello, a report nor a reference' });
    // field 15 of a later version inside the report, and field 9 beside it.
    const later = Buffer.from('12120807100219000000000000f83f20047a0161480a', 'hex');
    const report = { slot: 7, inspection: 2, statistic: 1.5, rank: 4 };
    expect(decodeUp(later)).toEqual({ ok: true, value: { kind: 'report', report } });
  });
});
