import { deployNetwork, type SolvedAllocation, withPowerPlan } from '@vedetta/deployment';
import { allocatePower } from '@vedetta/power';
import { parseNetwork } from '@vedetta/scenario';
import { describe, expect, it } from 'vitest';
import { ensurePowerPlan } from './ensure-power-plan.ts';

const section = (policy: unknown, users: object = {}) => ({
  areaSideMetres: 300,
  accessPoints: { count: 8, antennaCount: 2, placement: 'grid' },
  users: { count: 3, servingAccessPoints: 2, ...users },
  sensing: { regions: 4, transmitPerRegion: 2, association: 'UTC' },
  power: { policy },
});

interface Circumstances {
  readonly kept?: readonly SolvedAllocation[];
  readonly users?: object;
  /** When solving has begun, or earlier. */
  readonly abort?: 'before' | 'meanwhile';
}

async function ensure(policy: unknown, { kept, users, abort }: Circumstances = {}) {
  const deployment = deployNetwork(parseNetwork(section(policy, users)));
  const abandon = new AbortController();
  if (abort === 'before') abandon.abort();
  const told: string[] = [];
  let plan = kept ?? null;
  const store = {
    powerPlan: async () => plan,
    keepPowerPlan: async (solved: readonly SolvedAllocation[]) => {
      plan = solved;
    },
  };
  const events = {
    solvingPower: (solved: number, kinds: number) => {
      told.push(`solving ${solved} of ${kinds}`);
      if (abort === 'meanwhile') setImmediate(() => abandon.abort());
    },
    powerSolved: () => told.push('solved'),
  };
  const refused = await ensurePowerPlan(deployment, store, events, abandon.signal);
  return { deployment, told, refused, plan };
}

describe('the powers of a network', { timeout: 60_000 }, () => {
  it('are solved for in a thread and kept, before the first run of a network under max-min power control', async () => {
    const { deployment, told, refused, plan } = await ensure({ sirFloorDb: -20 });
    expect([refused, told]).toEqual([null, ['solving 0 of 1', 'solving 1 of 1', 'solved']]);
    const inspections = Array.from({ length: 4 }, (_, region) => ({ region, index: region }) as never);
    const allocated = allocatePower(
      withPowerPlan(deployment, plan),
      { slot: 5, inspections },
      [0, 1, 2, 3, 4, 5, 6, 7],
    );
    expect(allocated.flatMap(({ users, inspections }) => [...users, ...inspections]).length).toBeGreaterThan(0);
    expect((plan as SolvedAllocation[])[0].sir.every((sir) => (sir as number) >= 0.01)).toBe(true);
  });

  it('are not solved for again, nor where access points split their power by themselves', async () => {
    expect((await ensure({ sirFloorDb: -20 }, { kept: [] })).told).toEqual([]);
    expect((await ensure('fractional')).told).toEqual([]);
  });

  it('do not exist where no powers have the floor: says what could be had', async () => {
    const { refused, plan } = await ensure({ sirFloorDb: 100 });
    expect(plan).toBe(null);
    expect(refused).toMatch(/^no powers give every region an SIR of 100 dB; .* dB can be had: lower network\.power/);
  });

  it('do not exist where a computation fails: the same network would fail again, so nobody tries', async () => {
    const { refused, plan, told } = await ensure({ sirFloorDb: -20 }, { users: { pilotPowerMw: 1e-300 } });
    expect(refused).toMatch(/^max-min power control found no powers: .*NaN/);
    expect([plan, told]).toEqual([null, ['solving 0 of 1']]);
  });

  it.each(['before', 'meanwhile'] as const)('are given up when nobody wants them any more, %s', async (abort) => {
    const { refused, plan, told } = await ensure({ sirFloorDb: -20 }, { abort });
    expect([refused, plan, told]).toEqual([null, null, ['solving 0 of 1']]);
  });
});
