import type { SolvedAllocation } from '@vedetta/deployment';
import { type FusionAnnouncement, noReports, nothingCarried } from '@vedetta/fronthaul';
import type { Announcement, Run } from '@vedetta/store';
import { describe, expect, it } from 'vitest';
import { liveStatusOf, readinessOf } from './live.ts';

const link = (accessPoint: number, more: object = {}) => ({
  accessPoint,
  attached: true,
  epoch: 65_537,
  attachedSince: '2026-01-01T00:00:01.000Z',
  up: { ...nothingCarried, report: 24, grpcPrefixes: 5, dataFrames: 9, messages: 1, segments: 1 },
  down: { ...nothingCarried, control: 30, grpcPrefixes: 5, dataFrames: 9, messages: 2, segments: 1 },
  slots: 3,
  commandsDropped: 0,
  commandsLost: 0,
  reportsWithheld: 0,
  invalid: 0,
  ...more,
});

const worker = (endpoint: string, run: number | null, attached: readonly number[]): FusionAnnouncement => ({
  endpoint,
  run,
  ready: true,
  attached,
  links: attached.map((id) => link(id)),
  reports: noReports,
});

function store(
  kinds: Record<string, readonly unknown[]>,
  run: Partial<Run> | null = null,
  powers: readonly SolvedAllocation[] | null = null,
) {
  return {
    powerPlan: async () => powers,
    nextRun: async () => run as Run | null,
    announced: async (kind: string): Promise<readonly Announcement[]> =>
      (kinds[kind] ?? []).map((payload, i) => ({ name: `${kind}-${i}`, payload, seenAt: '' })),
  };
}

describe('what fusion workers announce', () => {
  it('is one account per access point over all workers', async () => {
    const second = { ...worker('b:1', 1, [1, 2]), links: [link(1, { epoch: 65_540, attachedSince: null }), link(2)] };
    const { attachedAccessPoints, links } = await liveStatusOf(store({ fusion: [worker('a:1', 1, [0, 1]), second] }));
    expect([...attachedAccessPoints].sort()).toEqual([0, 1, 2]);
    expect(links).toHaveLength(3);
    expect(links.find(({ accessPoint }) => accessPoint === 1)).toMatchObject({
      epoch: 65_540,
      attachedSince: '2026-01-01T00:00:01.000Z',
      up: { report: 48, messages: 2 },
      down: { control: 60, segments: 2 },
    });
  });

  it('is passed over when it is of another kind', async () => {
    expect(await liveStatusOf(store({ fusion: [null, 7, { endpoint: 'a:1' }] }))).toEqual({
      attachedAccessPoints: [],
      links: [],
      reports: noReports,
    });
  });
});

describe('a network of many processes', () => {
  const leader = { endpoint: 'a:2', leads: true };

  it('is ready when somebody leads and somebody fuses', async () => {
    expect(await readinessOf(store({}), [0])).toEqual({
      ready: false,
      waitingFor: ['a scheduler that leads', 'a fusion worker'],
    });
    const both = { scheduler: [{ leads: false }, leader], fusion: [worker('a:1', null, [])] };
    expect((await readinessOf(store(both), [0])).ready).toBe(true);
  });

  it('waits for every access point at every worker before the first decision of a run, and not after', async () => {
    const kinds = { scheduler: [leader], fusion: [worker('a:1', 3, [0, 1]), worker('b:1', 3, [1])] };
    const fresh = { id: 3, decidedSlots: 0 };
    expect((await readinessOf(store(kinds, fresh), [0, 1])).waitingFor).toEqual(['access point 0']);
    expect((await readinessOf(store(kinds, { ...fresh, decidedSlots: 8 }), [0, 1])).ready).toBe(true);
  });

  it('waits for powers that have to be solved for before it waits for access points', async () => {
    const kinds = { scheduler: [leader], fusion: [worker('a:1', 3, [0])] };
    const fresh = { id: 3, decidedSlots: 0 };
    const waitingFor = async (powers: readonly SolvedAllocation[] | null) =>
      (await readinessOf(store(kinds, fresh, powers), [0, 1], true)).waitingFor;
    expect(await waitingFor(null)).toEqual(['the powers of max-min power control']);
    expect(await waitingFor([])).toEqual(['access point 1']);
  });
});
