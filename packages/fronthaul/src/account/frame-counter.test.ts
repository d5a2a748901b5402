import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeCommand, encodeDrain, encodeWelcome } from '../codec/down.ts';
import { encodeHello, encodeReport } from '../codec/up.ts';
import { helloOf } from '../test-support.ts';
import { payloadBytes, wireBytes } from './byte-parts.ts';
import { FrameCounter, kindsDown, kindsUp } from './frame-counter.ts';

const preface = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'latin1');

function frame(type: number, flags: number, stream: number, content: Uint8Array): Buffer {
  const header = Buffer.alloc(9);
  header.writeUIntBE(content.length, 0, 3);
  header[3] = type;
  header[4] = flags;
  header.writeUInt32BE(stream, 5);
  return Buffer.concat([header, content]);
}

function prefixed(message: Uint8Array): Buffer {
  const prefix = Buffer.alloc(5);
  prefix.writeUInt32BE(message.length, 1);
  return Buffer.concat([prefix, message]);
}

const report = encodeReport({ slot: 7, inspection: 1, statistic: 3.5, rank: 4 });
const hello = encodeHello(helloOf(3));

describe('every byte of an HTTP/2 connection', () => {
  it('towards the CPU is told apart: preface, settings, headers, messages by kind, prefixes and frames', () => {
    const counter = new FrameCounter('client', kindsUp);
    counter.read(
      Buffer.concat([
        preface,
        frame(4, 0, 0, Buffer.alloc(18)),
        frame(1, 0, 1, Buffer.alloc(60)),
        frame(9, 4, 1, Buffer.alloc(11)),
        frame(0, 0, 1, prefixed(hello)),
        frame(0, 0, 1, Buffer.concat([prefixed(report), prefixed(report)])),
        frame(6, 1, 0, Buffer.alloc(8)),
      ]),
    );
    expect(counter.parts()).toEqual({
      control: hello.length,
      report: 2 * report.length,
      reference: 0,
      grpcPrefixes: 15,
      dataFrames: 18,
      headers: 60 + 9 + 11 + 9,
      other: 24 + 27 + 17,
    });
    expect(counter.messages).toBe(3);
  });

  it('from the CPU likewise: welcome, command and drain are control, field 4 is a reference', () => {
    const counter = new FrameCounter('server', kindsDown);
    const control = [encodeWelcome(), encodeCommand({ slot: 1, transmit: [], receive: [] }, 12), encodeDrain()];
    const reference = Buffer.from([0x22, 3, 1, 2, 3]);
    for (const message of [...control, reference]) counter.read(frame(0, 0, 1, prefixed(message)));
    const { control: counted, reference: references } = counter.parts();
    expect(counted).toBe(control.reduce((sum, { length }) => sum + length, 0));
    expect(references).toBe(reference.length);
  });

  it('is told apart when a message spans frames, a frame holds messages of two streams in turn, and frames are padded', () => {
    const counter = new FrameCounter('server', kindsUp);
    const whole = prefixed(report);
    counter.read(frame(0, 0, 1, whole.subarray(0, 3)));
    counter.read(frame(0, 0x8, 3, Buffer.concat([Buffer.from([6]), prefixed(hello), Buffer.alloc(6)])));
    counter.read(frame(0, 0x8, 1, Buffer.concat([Buffer.from([0]), whole.subarray(3)])));
    expect(counter.parts()).toMatchObject({ control: hello.length, report: report.length, grpcPrefixes: 10 });
    expect(counter.parts().dataFrames).toBe(27 + 7 + 1);
  });
});

describe('the account', () => {
  const someFrame = fc
    .record({
      type: fc.oneof(fc.constantFrom(0, 0, 0, 1, 3, 4, 6, 7, 8, 9), fc.nat(255)),
      flags: fc.nat(255),
      stream: fc.constantFrom(0, 1, 3, 5),
      content: fc.oneof(
        fc.uint8Array({ maxLength: 40 }),
        fc.uint8Array({ maxLength: 40 }).map((message) => new Uint8Array(prefixed(message))),
      ),
    })
    .map(({ type, flags, stream, content }) => frame(type, flags, stream, content));
  const anyBytes = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes));
  const connection = fc.array(fc.oneof({ weight: 5, arbitrary: someFrame }, anyBytes), { maxLength: 30 });

  it('adds up to the bytes read, after every chunk, however they are cut and whatever they are', () => {
    fc.assert(
      fc.property(connection, fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }), (pieces, cuts) => {
        const bytes = Buffer.concat(pieces);
        const [whole, cut] = [new FrameCounter('client', kindsUp), new FrameCounter('client', kindsUp)];
        whole.read(bytes);
        for (let at = 0, i = 0; at < bytes.length; i += 1) {
          const end = Math.min(bytes.length, at + (cuts[i % cuts.length] as number));
          cut.read(bytes.subarray(at, end));
          at = end;
          expect(wireBytes(cut.parts())).toBe(at);
        }
        expect(cut.parts()).toEqual(whole.parts());
        expect(cut.messages).toBe(whole.messages);
      }),
    );
  });

  it('of well-formed messages gives their payload back, whatever lies between them', () => {
    const between = fc.constantFrom(frame(6, 0, 0, Buffer.alloc(8)), frame(8, 0, 1, Buffer.alloc(4)), Buffer.alloc(0));
    const messages = fc.array(fc.tuple(fc.uint8Array({ maxLength: 300 }), fc.nat(300), between), { maxLength: 20 });
    fc.assert(
      fc.property(messages, (sent) => {
        const counter = new FrameCounter('server', kindsDown);
        for (const [message, split, noise] of sent) {
          const whole = prefixed(message);
          counter.read(frame(0, 0, 1, whole.subarray(0, split)));
          counter.read(noise);
          counter.read(frame(0, 0, 1, whole.subarray(split)));
        }
        expect(payloadBytes(counter.parts())).toBe(sent.reduce((sum, [message]) => sum + message.length, 0));
        expect(counter.messages).toBe(sent.length);
      }),
    );
  });
});
