import { type LinkCounters, noReports, nothingCarried, type ReportCounters, wireBytes } from '@vedetta/fronthaul';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fronthaulEvent } from './fronthaul-feed.ts';
import { buildGateway } from './gateway.ts';
import type { GatewayApp } from './routes/context.ts';
import { type FilledStore, fillStore } from './testing/filled-gateway.ts';

const up = { ...nothingCarried, report: 2400, grpcPrefixes: 500, dataFrames: 900, headers: 200, other: 100 };
const link: LinkCounters = {
  accessPoint: 3,
  attached: true,
  epoch: 1,
  attachedSince: '2026-01-01T00:00:00.000Z',
  slots: 100,
  up: { ...up, messages: 100, segments: 100 },
  down: { ...nothingCarried, control: 3000, grpcPrefixes: 500, dataFrames: 900, messages: 100, segments: 110 },
  commandsDropped: 1,
  commandsLost: 2,
  reportsWithheld: 5,
  invalid: 0,
};
const reports: ReportCounters = {
  byAccessPoint: [{ accessPoint: 3, used: 90, late: 6, lost: 4, duplicate: 0, unknown: 0 }],
  latency: [[80, 90]],
  lateness: [[40, 6]],
};

let filled: FilledStore;
let app: GatewayApp;

beforeAll(async () => {
  filled = await fillStore(1);
  const liveStatus = () => ({ attachedAccessPoints: [3], links: [link], reports });
  app = await buildGateway(filled.gatewayOptions({ liveStatus }));
});

afterAll(async () => {
  await app?.close();
  await filled?.close();
});

const get = async (url: string) => (await app.inject(url)).json();
const patch = async (url: string, payload: object) => (await app.inject({ method: 'PATCH', url, payload })).json();

describe('links', () => {
  it('show settings, bytes by part that add up, and rates in three measures', async () => {
    const { items } = await get('/v1/links');
    expect(items.length).toBe(filled.deployment.accessPoints.length);
    const shown = items[3];
    expect(shown).toEqual(await get('/v1/links/3'));
    expect(shown.settings).toEqual(filled.deployment.network.fronthaul.link);
    const parts: number[] = Object.values(shown.up.bytes);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(shown.up.wireBytes);
    expect(shown.up).toMatchObject({ wireBytes: 4100, payloadBytes: 2400, tcpIpEstimateBytes: 52 * (100 + 55) });
    expect(shown.up.rates).toEqual({
      bytesPerBlock: 41,
      bitsPerSecond: (41 * 8 * 1000) / filled.deployment.network.timing.slotPeriodMs,
      carrierEquivalentBitsPerSecond: 41 * 8 * (filled.deployment.network.propagation.bandwidthMhz * 10) * 2000,
    });
    expect(shown.reports).toEqual({ used: 90, late: 6, lost: 4, duplicate: 0, unknown: 0, withheld: 5, invalid: 0 });
    expect(shown.commands).toEqual({ dropped: 1, lost: 2 });
    expect(items[0]).toMatchObject({ attached: false, up: { wireBytes: 0, rates: null } });
    const receiving = (await get('/v1/links?role=receive')).items;
    expect(receiving.map(({ role }: { role: string }) => role)).not.toContain('transmit');
  });

  it('are refused what is impossible, with every field named', async () => {
    const refused = await patch('/v1/links/3', {
      up: { rateMbps: -1, speed: 3 },
      outages: [{ fromMs: 7, toMs: 7, kind: 'stall' }],
    });
    expect(refused).toMatchObject({ status: 400, code: 'INVALID_REQUEST' });
    expect(refused.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
      'outages.0',
      'up.rateMbps',
      'up.speed',
    ]);
    expect(await patch('/v1/links/999', {})).toMatchObject({ status: 404 });
  });

  it('cannot be shaped while a run is on at pace fast, but may lose messages', async () => {
    expect(await patch('/v1/links/3', { up: { rateMbps: 10 } })).toMatchObject({ status: 409, code: 'CONFLICT' });
    expect(await patch('/v1/links/3', { up: { lossProbability: 0.5 } })).toMatchObject({
      settings: { up: { rateMbps: null, lossProbability: 0.5 } },
    });
  });

  it('are changed one by one, by role or all, key by key; then a run at pace fast is refused', async () => {
    await filled.store.setRunStatus(filled.run.id, 'stopped');
    expect(await patch('/v1/links/3', { up: { rateMbps: 10, delayMs: 2 } })).toMatchObject({
      settings: { up: { rateMbps: 10, delayMs: 2, jitterMs: 0, lossProbability: 0.5 } },
    });
    const { items } = await patch('/v1/links?role=receive', { down: { delayMs: 7 } });
    expect(items.length).toBe(filled.deployment.receiveAccessPoints.length);
    await patch('/v1/links', { up: { jitterMs: 1 } });
    expect((await get('/v1/links/3')).settings.up).toEqual({
      rateMbps: 10,
      delayMs: 2,
      jitterMs: 1,
      lossProbability: 0.5,
    });
    const refused = await app.inject({ method: 'POST', url: '/v1/runs', payload: { pace: 'fast' } });
    expect(refused.json()).toMatchObject({ status: 400, code: 'INVALID_REQUEST', errors: [{ path: 'pace' }] });
    const paced = await app.inject({ method: 'POST', url: '/v1/runs', payload: { pace: 2 } });
    expect(paced.statusCode).toBe(201);
  });
});

describe('the fronthaul', () => {
  it('is the sum of its links, with latency and lateness', async () => {
    const shown = await get('/v1/fronthaul');
    expect(shown).toMatchObject({
      links: 1,
      attached: 1,
      up: { wireBytes: 4100, messages: 100 },
      reports: { used: 90, late: 6, lost: 4, withheld: 5 },
      commands: { dropped: 1, lost: 2 },
      latency: { count: 90 },
      lateness: { count: 6 },
    });
    expect(shown.latency.p50Ms).toBeCloseTo(0.01 * 2 ** 10, 1);
  });

  it('makes an event of what was carried since the last, and none of nothing', () => {
    const status = (counters: LinkCounters, counted = noReports) => ({
      attachedAccessPoints: [3],
      links: [counters],
      reports: counted,
    });
    const before = { atMs: 1000, status: status(link) };
    const later = { ...link, up: { ...link.up, report: 2448, messages: 102 }, reportsWithheld: 9 };
    const event = fronthaulEvent(before, { atMs: 2000, status: status(later, reports) });
    expect(event).toMatchObject({
      type: 'fronthaul',
      periodMs: 1000,
      up: { report: 48, messages: 2, wireBytes: 48 },
      down: { wireBytes: 0 },
      reports: { used: 90, withheld: 4 },
      links: [[3, 48, 0]],
    });
    expect(wireBytes(event?.up ?? nothingCarried)).toBe(48);
    expect(fronthaulEvent(before, { atMs: 3000, status: status(link) })).toBe(null);
  });
});
