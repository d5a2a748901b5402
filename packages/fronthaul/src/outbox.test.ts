import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { createOutbox } from './outbox.ts';

class NarrowSink extends EventEmitter {
  readonly written: string[] = [];
  room = 2;

  write(bytes: Buffer): boolean {
    this.written.push(bytes.toString());
    this.room -= 1;
    return this.room > 0;
  }

  makeRoom(room: number): void {
    this.room = room;
    this.emit('drain');
  }
}

it('an outbox keeps order, holds back while the connection is full, and drops the oldest beyond its limit', () => {
  const sink = new NarrowSink();
  let bytesWritten = 0;
  const outbox = createOutbox(sink, 3, ({ length }) => {
    bytesWritten += length;
  });
  const dropped = [...'abcdefg'].map((letter) => outbox.push(Buffer.from(letter)));
  expect(sink.written).toEqual(['a', 'b']);
  expect(dropped).toEqual([0, 0, 0, 0, 0, 1, 1]);
  expect(outbox.waiting).toBe(3);
  sink.makeRoom(2);
  expect(sink.written).toEqual(['a', 'b', 'e', 'f']);
  sink.makeRoom(5);
  outbox.push(Buffer.from('h'));
  expect(sink.written.join('')).toBe('abefgh');
  expect(bytesWritten).toBe(6);
});

it('what is renewed is never dropped, stands once at most, and does not count against the limit', () => {
  const sink = new NarrowSink();
  const outbox = createOutbox(sink, 2);
  for (const letter of 'abc') outbox.push(Buffer.from(letter));
  outbox.renew(Buffer.from('D'));
  expect([...'efg'].map((letter) => outbox.push(Buffer.from(letter)))).toEqual([0, 1, 1]);
  outbox.renew(Buffer.from('H'));
  outbox.limit = 1;
  expect(outbox.push(Buffer.from('i'))).toBe(2);
  expect(outbox.waitingBytes).toBe(2);
  sink.makeRoom(5);
  expect(sink.written.join('')).toBe('abHi');
});
