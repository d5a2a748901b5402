import { setTimeout } from 'node:timers/promises';
import { type FusionAnnouncement, noReports } from '@vedetta/fronthaul';
import { expect, it } from 'vitest';
import { untilEverybodyAttached } from './ready.ts';

const everybody = [0, 1, 2];

/** @returns whether it is resolved, as time goes by. */
function wait(others: () => readonly FusionAnnouncement[], attached: () => readonly number[]) {
  const abort = new AbortController();
  const state = { ready: false, abort };
  const store = { announced: async () => others().map((payload) => ({ name: payload.endpoint, payload, seenAt: '' })) };
  untilEverybodyAttached({ store, endpoint: () => 'me:1', everybody, run: 4, attached, signal: abort.signal }).then(
    () => {
      state.ready = true;
    },
  );
  return state;
}

const worker = (endpoint: string, run: number, attached: readonly number[]) => ({
  endpoint,
  run,
  attached,
  links: [],
  reports: noReports,
});

it('a worker that comes alone waits for every access point', async () => {
  let here = [0, 2];
  // What it says itself, and what is said of another run, tells it nothing.
  const state = wait(
    () => [worker('me:1', 4, [0]), worker('b:1', 3, [0])],
    () => here,
  );
  await setTimeout(150);
  expect(state.ready).toBe(false);
  here = [0, 1, 2];
  await setTimeout(200);
  expect(state.ready).toBe(true);
});

it('a worker that comes late waits for those that the others have, not for one that is missing everywhere', async () => {
  let here = [0];
  const state = wait(
    () => [worker('b:1', 4, [0, 2])],
    () => here,
  );
  await setTimeout(150);
  expect(state.ready).toBe(false);
  here = [0, 2];
  await setTimeout(200);
  expect(state.ready).toBe(true);
});

it('the wait ends with the run', async () => {
  const state = wait(
    () => [],
    () => [],
  );
  state.abort.abort();
  await setTimeout(50);
  expect(state.ready).toBe(true);
});
