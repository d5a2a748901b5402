import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decisionsToCsv } from './decision-csv.ts';
import { buildGateway } from './gateway.ts';
import type { GatewayApp } from './routes/context.ts';
import { type FilledStore, fillStore, secretWorld } from './testing/filled-gateway.ts';

let filled: FilledStore;
let app: GatewayApp;

beforeAll(async () => {
  filled = await fillStore(12);
  app = await buildGateway(filled.gatewayOptions());
});

afterAll(async () => {
  await app?.close();
  await filled?.close();
});

async function get(url: string, headers: Record<string, string> = {}) {
  const response = await app.inject({ url, headers });
  return { status: response.statusCode, headers: response.headers, text: response.body };
}

async function getJson(url: string) {
  const { status, text } = await get(url);
  expect(status, text).toBe(200);
  return JSON.parse(text);
}

async function allDecisions(query: string) {
  const items = [];
  let cursor = '';
  do {
    const page = await getJson(`/v1/decisions?${query}${cursor ? `&cursor=${cursor}` : ''}`);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}

const key = ({ slot, inspection }: { slot: number; inspection: number | { index: number } }) =>
  `${slot}/${typeof inspection === 'number' ? inspection : inspection.index}`;
const committed = () => filled.frames.flatMap(({ decisions }) => decisions);

describe('decisions', () => {
  it('come each exactly once, page by page, oldest or newest first', async () => {
    const oldest = await allDecisions('order=oldest&limit=7');
    expect(oldest.map(key)).toEqual(committed().map(key));
    const newest = await allDecisions('limit=1000');
    expect(newest).toEqual(oldest.toReversed());
  });

  it.each([
    ['outcome=targetPresent', (d) => d.outcome === 'targetPresent'],
    ['outcome=unobserved', (d) => d.outcome === 'unobserved'],
    ['region=1', (d) => d.inspection.region === 1],
    ['fromSlot=9&toSlot=20', (d) => d.slot >= 9 && d.slot <= 20],
    ['maxPValue=0.01', (d) => d.pValue !== null && d.pValue <= 0.01],
    [
      'run=1&region=0&outcome=targetAbsent&maxPValue=0.5',
      (d) => d.inspection.region === 0 && d.outcome === 'targetAbsent' && d.pValue !== null && d.pValue <= 0.5,
    ],
    ['run=2', () => false],
    ['since=2020-01-01&until=2100-01-01', () => true],
    ['until=2020-01-01', () => false],
  ] satisfies [
    string,
    (decision: ReturnType<typeof committed>[number]) => boolean,
  ][])('filtered by %s are those and no others', async (query, wanted) => {
    const found = await allDecisions(`order=oldest&limit=50&${query}`);
    expect(found.map(key)).toEqual(committed().filter(wanted).map(key));
  });

  it('are the same in CSV as in JSON, and both name the next page', async () => {
    const page = await getJson('/v1/decisions?limit=5');
    const csv = await get('/v1/decisions?limit=5', { accept: 'text/csv' });
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(csv.text).toBe(decisionsToCsv(page.items));
    expect(csv.text.split('\r\n')).toHaveLength(7);
    expect(csv.headers.link).toBe(`</v1/decisions?limit=5&cursor=${page.nextCursor}>; rel="next"`);
  });

  it('show one by one every expected report, who was missing, and who was late', async () => {
    const record = committed().find(({ reports }) => new Set(reports.map(({ fate }) => fate)).size > 1);
    const { slot, inspection, reports, statistic, rank } = record as NonNullable<typeof record>;
    const detail = await getJson(`/v1/decisions/1/${slot}/${inspection.index}`);
    expect(detail).toMatchObject({
      reports,
      statistic,
      rank,
      transmit: inspection.transmit,
      reportsExpected: reports.length,
    });
    const of = (fate: string) => reports.filter((report) => report.fate === fate).map(({ accessPoint }) => accessPoint);
    expect(detail.late).toEqual(of('late'));
    for (const accessPoint of of('missing')) expect(detail.missing).toContain(accessPoint);
    expect(detail.onAir).toEqual(filled.frames.flatMap(({ slots }) => slots).find((each) => each.slot === slot)?.onAir);
  });

  it('that do not exist are a 404', async () => {
    expect((await get('/v1/decisions/1/0/999')).status).toBe(404);
    expect((await get('/v1/decisions/9/0/0')).status).toBe(404);
  });
});

describe('truth', () => {
  it('is nowhere unless it is asked for', async () => {
    const paths = Object.entries((await getJson('/docs/json')).paths as Record<string, object>)
      .filter(([path, methods]) => path.startsWith('/v1/') && path !== '/v1/events' && 'get' in methods)
      .map(([path]) =>
        path.replace('{run}', '1').replace('{slot}', '3').replace('{inspection}', '0').replace('{id}', '1'),
      );
    expect(paths.length).toBeGreaterThan(9);
    for (const path of paths) {
      const { status, text } = await get(path);
      // A network that scans follows nothing.
      expect([status, path]).toEqual([path === '/v1/targets/1' ? 404 : 200, path]);
      expect(text).not.toMatch(/"world"|secret-of-the-world|"targetInCell"|"alarmProbability"|"evaluation"/);
    }
  });

  it('comes with ?truth=true: the world, and the evaluation of a decision', async () => {
    const scenario = await getJson('/v1/scenario?truth=true');
    expect(scenario.world).toEqual(secretWorld);
    const observed = committed().find(({ outcome }) => outcome !== 'unobserved');
    const path = `/v1/decisions/1/${observed?.slot}/${observed?.inspection.index}`;
    expect((await getJson(`${path}?truth=true`)).evaluation).toMatchObject({ alarmProbability: expect.any(Number) });
    expect((await get(`${path}?truth=yes`)).status).toBe(400);
  });
});

describe('the network', () => {
  it('is shown as it was deployed', async () => {
    const { network } = await getJson('/v1/scenario');
    expect(network).toEqual(JSON.parse(JSON.stringify(filled.deployment.network)));
    const { deployment } = filled;
    const accessPoints = (await getJson('/v1/access-points')).items;
    expect(accessPoints.map(({ id, position, role }: never) => ({ id, position, role }))).toEqual(
      deployment.accessPoints.map(({ id, position, role }) => ({ id, position: [...position], role })),
    );
    expect((await getJson('/v1/access-points?attached=true')).items.map(({ id }: { id: number }) => id)).toEqual([
      0, 2,
    ]);
    expect((await getJson('/v1/access-points/2')).attached).toBe(true);
    const region = deployment.regions[1];
    const shown = await getJson('/v1/regions/1');
    expect(shown.cells).toHaveLength(region?.cellCount ?? 0);
    expect(shown.cells[0]).toEqual([...(region?.cellPosition(0) ?? [])]);
    expect((await get(`/v1/access-points/${deployment.accessPoints.length}`)).status).toBe(404);
    expect((await get(`/v1/regions/${deployment.regions.length}`)).status).toBe(404);
    expect(await getJson('/v1/targets')).toEqual({ items: [], nextCursor: null });
    expect((await get('/v1/targets/0')).status).toBe(404);
  });

  it('says how power is controlled, with the powers that were solved for once they are', async () => {
    const { power, accessPoints } = filled.deployment.network;
    expect(await getJson('/v1/power')).toEqual({ ...power, budgetW: accessPoints.powerW, allocations: null });
    const share = { accessPoint: 0, users: [{ user: 1, power: 0.25 }], beams: [{ region: 0, power: 0.5 }] };
    const allocation = { regions: [0, 1], power: [share], smallestSinr: 0.4, sinrBound: 0.5, sir: [2, null] };
    await filled.store.keepPowerPlan([allocation]);
    expect((await getJson('/v1/power')).allocations).toEqual([allocation]);
  });
});

describe('performance', () => {
  it('lays the empirical alarm rate beside the exact one, with and without a target in the cell', async () => {
    const found = await getJson('/v1/performance');
    const observed = committed().filter(({ outcome }) => outcome !== 'unobserved');
    const alarms = observed.filter(({ outcome }) => outcome === 'targetPresent').length;
    const { calibration, totals, reports } = found;
    expect(found).toMatchObject({ run: 1, status: 'running', seed: 7, falseAlarmProbability: 0.01 });
    expect(totals).toMatchObject({ decisions: committed().length, targetPresent: alarms });
    expect(reports.used + reports.late + reports.missing).toBeLessThanOrEqual(reports.expected);
    expect(calibration).toMatchObject({
      evaluated: observed.length,
      alarms,
      empiricalAlarmRate: alarms / observed.length,
    });
    expect(calibration.withTarget.evaluated + calibration.withoutTarget.evaluated).toBe(observed.length);
    expect(calibration.deviation).toBeCloseTo(
      (alarms - calibration.expectedAlarms) / Math.sqrt(calibration.variance),
      12,
    );
    expect(await getJson('/v1/performance?run=1')).toEqual(found);
    expect((await get('/v1/performance?run=77')).status).toBe(404);
  });
});

describe('any path', () => {
  it('is answered, or refused with a problem document; never with a 500', async () => {
    const segment = fc.oneof(
      fc.constantFrom(
        'v1',
        'runs',
        'decisions',
        'regions',
        'targets',
        'access-points',
        '0',
        '1',
        '2147483648',
        '..',
        '*',
        ':id',
      ),
      fc.string({ unit: 'binary', maxLength: 20 }).map((text) => encodeURIComponent(text.toWellFormed())),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(segment, { maxLength: 6 }), async (segments) => {
        const { status, headers } = await get(`/${['v1', ...segments].join('/')}`);
        if (status === 200) return;
        expect([400, 404, 405, 406]).toContain(status);
        expect(headers['content-type']).toBe('application/problem+json');
      }),
      { numRuns: 300 },
    );
  });
});

describe('any query string', () => {
  it('is answered, or refused with a problem document; never with a 500', async () => {
    const paths = [
      '/v1/decisions',
      '/v1/runs',
      '/v1/performance',
      '/v1/scenario',
      '/v1/access-points',
      '/v1/decisions/1/0/0',
    ];
    const words = fc.constantFrom(
      'limit',
      'run',
      'cursor',
      'since',
      'order',
      'truth',
      'role',
      '1',
      'newest',
      '2026-11-23',
      '%',
      '%00',
      '&',
      '=',
      '+',
      ';',
      '#',
    );
    const query = fc.oneof(
      fc.array(words).map((parts) => parts.join('=')),
      fc.webQueryParameters(),
      fc.string({ unit: 'binary' }).map((text) => encodeURI(text.toWellFormed())),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), query, async (path, text) => {
        const { status, headers, text: body } = await get(`${path}?${text}`);
        if (status === 200) return;
        expect(status).toBe(400);
        expect(headers['content-type']).toBe('application/problem+json');
        expect(JSON.parse(body)).toMatchObject({ status: 400, code: 'INVALID_REQUEST', errors: expect.any(Array) });
      }),
      { numRuns: 400 },
    );
  });
});
