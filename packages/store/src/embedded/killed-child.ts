import { commitOf, fill, newRun, plan } from '../conformance/fixtures.ts';
import { openEmbedded } from './open-embedded.ts';

/** Helper of `killed.test.ts`: plans and commits frames, tells each commit, until it is killed. */
const folder = process.argv[2];
const { store, queue } = await openEmbedded(folder, { version: '0.1.0' });
const run = await newRun(store);
await store.setRunStatus(run.id, 'running');
await fill(store, run.id, 0, 3);
console.log(`run ${run.id}`);
const shape = { slots: 8, inspections: 9 };
let planned = 3;
const planNext = async () => {
  const frame = planned++;
  await store.planFrame(plan(run.id, frame, shape));
  await queue.enqueue({ run: run.id, frame });
};
queue.consume(async ({ frame }) => {
  await planNext();
  const result = commitOf((await store.plannedFrame(run.id, frame)) ?? plan(run.id, frame, shape));
  console.log(`begin ${frame}`);
  await store.commitFrame(result);
  console.log(`done ${frame}`);
});
await planNext();
await planNext();
