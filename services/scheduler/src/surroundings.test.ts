import { setTimeout } from 'node:timers/promises';
import type { Announcement } from '@vedetta/store';
import { expect, it } from 'vitest';
import { schedulerAnnouncementKind, watchSurroundings } from './surroundings.ts';

it('a scheduler that begins to lead while it asks the store for the leader does not follow what it hears', async () => {
  let leads = false;
  const followed: (string | null)[] = [];
  const answer = Promise.withResolvers<Announcement[]>();
  const asked = Promise.withResolvers<void>();
  const watching = new AbortController();
  const watched = watchSurroundings({
    store: {
      announced(kind) {
        if (kind !== schedulerAnnouncementKind) return Promise.resolve([]);
        asked.resolve();
        return answer.promise;
      },
    },
    registry: { setFusionEndpoints() {}, follow: (leader) => void followed.push(leader) },
    leads: () => leads,
    onError: (error) => expect.fail(String(error)),
    signal: watching.signal,
  });
  await asked.promise;
  leads = true;
  answer.resolve([]);
  await setTimeout(50);
  expect(followed).toEqual([]);
  watching.abort();
  await watched;
});
