import { setTimeout as sleep } from 'node:timers/promises';
import { openFrameQueue, openStore } from '../index.ts';
import { commitOf } from './fixtures.ts';

/** Helper of `killed-worker.servers.test.ts`: handles frames as a fusion worker does, and tells each step. */
const [storeUrl, queueUrl, name, workMs] = process.argv.slice(2);
const store = await openStore(storeUrl, { version: '0.1.0' });
const queue = await openFrameQueue(queueUrl, { name });
queue.consume(async ({ run, frame }) => {
  console.log(`begin ${frame}`);
  const planned = await store.plannedFrame(run, frame);
  await sleep(Number(workMs));
  const first = planned !== null && (await store.commitFrame(commitOf(planned)));
  console.log(`${first ? 'first' : 'second'} ${frame}`);
});
console.log('ready');
