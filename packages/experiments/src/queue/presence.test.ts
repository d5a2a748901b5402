import { expect, test } from 'vitest';
import { codeOf } from './code.ts';
import { withoutPassword } from './connect.ts';
import { connectionName, ownName, readClientList } from './presence.ts';

const code = codeOf('1.2.3');
const line = (name: string, { idle = 0, db = 0 } = {}) =>
  `id=7 addr=127.0.0.1:4711 laddr=127.0.0.1:6379 fd=9 name=${name} age=60 idle=${idle} flags=N db=${db} sub=0 cmd=ping user=default`;

test('the name of a connection says role, code and processes, and is a name that Redis takes', () => {
  const name = connectionName('worker', code, 4);
  expect(name).toMatch(/^[\w:-]+$/);
  expect(readClientList(`${line(name)}\n`, 0)).toEqual([{ role: 'worker', ...code, processes: 4, name: ownName() }]);
});

test('who is in another database, silent for half a minute or somebody else is not there; two connections are one process', () => {
  const name = connectionName('coordinator', code);
  const others = [line(name, { db: 1 }), line(name, { idle: 31 }), line('bull:dmVkZXR0YQ==:w:x'), line('')];
  expect(readClientList(others.join('\n'), 0)).toEqual([]);
  expect(readClientList([line(name), line(name)].join('\n'), 0)).toHaveLength(1);
});

test('code is the same for the same version, and another for another', () => {
  expect(codeOf('1.2.3')).toEqual(code);
  expect(codeOf('1.2.4').id).not.toBe(code.id);
  expect(code.label).toBe(`1.2.3 (Node ${process.versions.node}, source ${/source (\w{12})/.exec(code.label)?.[1]})`);
});

test('an address is printed without its password', () => {
  expect(withoutPassword('redis://user:secret@10.0.0.7:6379/2')).toBe('redis://user:***@10.0.0.7:6379/2');
  expect(withoutPassword('redis://10.0.0.7')).toBe('redis://10.0.0.7');
  expect(withoutPassword('rediss://:s%2Fecret@[::1]:6379')).toBe('rediss://:***@[::1]:6379');
  const others = ['secret@', 'redis://secret@host', 'redis://host?password=secret', 'redis://host/0#secret'];
  for (const url of others) expect(withoutPassword(url)).not.toContain('secret');
});
