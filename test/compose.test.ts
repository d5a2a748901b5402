import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { apNodeSettings } from '@vedetta/ap-node';
import { fusionSettings } from '@vedetta/cpu-fusion';
import { evaluatorSettings } from '@vedetta/evaluator';
import { gatewaySettings } from '@vedetta/gateway';
import { schedulerSettings } from '@vedetta/scheduler';
import { readEnvironment, type Settings } from '@vedetta/service-kit';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { closureOf } from '../deploy/closure.ts';

/** What can be said of images, compose file and dashboard without an engine; test/compose says the rest with one. */

const root = new URL('..', import.meta.url).pathname;
const read = (file: string) => readFile(new URL(file, `file://${root}`), 'utf8');

interface ComposeService {
  readonly image: string;
  readonly environment?: Record<string, string>;
  readonly ports?: readonly string[];
  readonly mem_limit?: string;
  readonly restart?: string;
  readonly networks: readonly string[];
  readonly profiles?: readonly string[];
  readonly volumes?: readonly string[];
}

const settingsOf: Readonly<Record<string, Settings>> = {
  gateway: gatewaySettings,
  scheduler: schedulerSettings,
  'scheduler-standby': schedulerSettings,
  'cpu-fusion': fusionSettings,
  'ap-node': apNodeSettings,
  evaluator: evaluatorSettings,
};

async function composeFile(): Promise<{ file: Record<string, unknown>; services: Record<string, ComposeService> }> {
  const file = parse(await read('docker-compose.yml'), { merge: true });
  return { file, services: file.services };
}

/** `${NAME:-default}` and `${NAME-default}` as Compose fills them in when nothing is set. */
const filledIn = (value: string) => String(value).replaceAll(/\$\{\w+:?-([^}]*)\}/g, '$1');
const mebibytes = (limit: string) => Number(/^(\d+)m$/.exec(limit)?.[1]);

describe('closures', () => {
  const holds = (service: string) => closureOf(root, service).folders;

  test('only the access points have the world, only the evaluator lays it beside decisions', () => {
    for (const service of ['gateway', 'scheduler', 'cpu-fusion']) {
      expect(holds(service)).not.toContain('packages/world');
      expect(holds(service)).not.toContain('packages/evaluation');
    }
    expect(holds('ap-node')).not.toContain('packages/evaluation');
    expect(holds('ap-node')).not.toContain('packages/store');
    expect(holds('evaluator')).toContain('packages/evaluation');
  });

  test('every @vedetta package that a closure names is in it, and no package of development', () => {
    for (const service of ['gateway', 'scheduler', 'cpu-fusion', 'ap-node', 'evaluator']) {
      const { folders, manifests, lock } = closureOf(root, service);
      const names = new Set([...manifests.values()].map((manifest) => (manifest as { name: string }).name));
      for (const manifest of manifests.values()) {
        const { dependencies = {}, devDependencies } = manifest as Record<string, Record<string, string>>;
        expect(devDependencies).toBeUndefined();
        for (const name of Object.keys(dependencies)) if (name.startsWith('@vedetta/')) expect(names).toContain(name);
      }
      expect(folders).toContain(`services/${service}`);
      const packages = Object.keys((lock as { packages: object }).packages);
      expect(packages.filter((name) => /node_modules\/(vitest|testcontainers|typescript|vite)$/.test(name))).toEqual(
        [],
      );
    }
  });

  test('a service that does not exist is refused by a message that names those that do', () => {
    expect(() => closureOf(root, 'radar')).toThrow(/no service 'radar'.*cpu-fusion/);
    expect(() => closureOf(root, '../packages/world')).toThrow(/no service/);
  });
});

describe('health check', () => {
  async function codeOf(port: number): Promise<number> {
    const env = { ...process.env, VEDETTA_METRICS_PORT: String(port) };
    const child = spawn('bash', [`${root}deploy/healthcheck.sh`], { env, stdio: 'ignore' });
    return (await once(child, 'close'))[0];
  }

  test('is content with 200 alone: not with another status, nor with silence', async () => {
    let status = 200;
    const server = createServer((request, response) => {
      expect(request.url).toBe('/healthz');
      if (status > 0) response.writeHead(status).end('…');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await codeOf(port)).toBe(0);
    status = 503;
    expect(await codeOf(port)).toBe(1);
    status = 0;
    expect(await codeOf(port)).toBe(1);
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
    expect(await codeOf(port)).toBe(1);
  });
});

describe('docker-compose.yml', () => {
  test('gives every service an environment that it accepts, and no variable that it does not know', async () => {
    const { services } = await composeFile();
    for (const [name, settings] of Object.entries(settingsOf)) {
      const { environment = {} } = services[name] as ComposeService;
      const filled = Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, filledIn(value)]));
      expect(() => readEnvironment(settings, filled), name).not.toThrow();
      const unknown = Object.keys(filled).filter((key) => key.startsWith('VEDETTA_') && !(key in settings));
      expect(unknown, name).toEqual([]);
    }
  });

  test('publishes the gateway alone, and nothing beyond the loopback of the host', async () => {
    const { services } = await composeFile();
    for (const [name, { ports = [], profiles = [] }] of Object.entries(services)) {
      if (name !== 'gateway' && profiles.length === 0) expect(ports, name).toEqual([]);
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    }
    expect(services.gateway?.ports?.map(filledIn)).toEqual(['127.0.0.1:8080:8080']);
  });

  test('lets AP nodes reach neither the store nor the queue', async () => {
    const { services } = await composeFile();
    const theirs = services['ap-node']?.networks ?? [];
    for (const server of ['redis', 'postgres']) {
      expect(services[server]?.networks.filter((network) => theirs.includes(network))).toEqual([]);
    }
    expect(Object.keys(services['ap-node']?.environment ?? {})).not.toContain('VEDETTA_STORE');
  });

  test('limits the memory of every container, and the heap to less than that', async () => {
    const { services } = await composeFile();
    for (const [name, { mem_limit = '', restart, environment = {} }] of Object.entries(services)) {
      expect(mebibytes(mem_limit), name).toBeGreaterThan(0);
      expect(restart, name).toBe('unless-stopped');
      if (!(name in settingsOf)) continue;
      const heap = Number(/--max-old-space-size=(\d+)/.exec(environment.NODE_OPTIONS ?? '')?.[1]);
      expect(heap, name).toBeLessThanOrEqual(0.6 * mebibytes(mem_limit));
    }
  });

  test('has no key that Compose 1.29 or v2 does not know at the top', async () => {
    const { file } = await composeFile();
    const keys = Object.keys(file).filter((key) => !key.startsWith('x-'));
    expect(keys.sort()).toEqual(['networks', 'services', 'volumes']);
  });
});

describe('observability', () => {
  test('Prometheus scrapes every service', async () => {
    const { scrape_configs: jobs } = parse(await read('deploy/prometheus.yml'));
    expect(jobs[0].dns_sd_configs[0].names.toSorted()).toEqual(Object.keys(settingsOf).sort());
    const { services } = await composeFile();
    for (const name of Object.keys(settingsOf)) {
      const { environment, networks } = services[name] as ComposeService;
      expect(environment?.VEDETTA_METRICS_PORT).toBe(String(jobs[0].dns_sd_configs[0].port));
      expect(
        networks.some((network) => services.prometheus?.networks.includes(network)),
        name,
      ).toBe(true);
    }
  });

  test('the dashboard asks for documented metrics alone, by labels that they have', async () => {
    const documented = new Map<string, string>([['up', '']]);
    for (const line of (await read('docs/metrics.md')).split('\n')) {
      const [, name, type, labels] = /^\| `(\w+)` \| (\w+) \| ([^|]*) \|/.exec(line) ?? [];
      if (name === undefined) continue;
      documented.set(name, labels ?? '');
      if (type === 'histogram') {
        for (const suffix of ['bucket', 'sum', 'count']) documented.set(`${name}_${suffix}`, `${labels} \`le\``);
      }
    }
    const { panels } = JSON.parse(await read('deploy/grafana/dashboards/vedetta.json'));
    const expressions: string[] = panels.flatMap((panel: { targets?: { expr: string }[] }) =>
      (panel.targets ?? []).map(({ expr }) => expr),
    );
    expect(expressions.length).toBeGreaterThan(20);
    for (const expression of expressions) {
      const metrics = expression.match(/\b(vedetta_\w+|up\b)/g) ?? [];
      expect(metrics.length, expression).toBe(1);
      const labels = documented.get(metrics[0] as string);
      expect(labels, expression).toBeDefined();
      const used = [
        ...[...expression.matchAll(/by \(([^)]*)\)/g)].flatMap(([, list]) => (list as string).split(/,\s*/)),
        ...[...expression.matchAll(/[{,]\s*(\w+)=/g)].map(([, label]) => label as string),
      ];
      // Which Prometheus itself puts on everything it scrapes, or deploy/prometheus.yml does.
      for (const label of used.filter((each) => !['instance', 'job', 'service'].includes(each))) {
        expect(labels, expression).toContain(`\`${label}\``);
      }
    }
  });

  test('the dashboard is one that Grafana can provision: known source, ids of their own, no panel over another', async () => {
    const dashboard = JSON.parse(await read('deploy/grafana/dashboards/vedetta.json'));
    const { datasources } = parse(await read('deploy/grafana/provisioning/datasources/prometheus.yml'));
    expect(dashboard).toMatchObject({ uid: 'vedetta', title: 'Vedetta', schemaVersion: 39 });
    expect(dashboard.id).toBeUndefined();
    interface Panel {
      readonly id: number;
      readonly type: string;
      readonly title: string;
      readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
      readonly targets?: readonly { readonly refId: string; readonly datasource: { readonly uid: string } }[];
    }
    const panels: readonly Panel[] = dashboard.panels;
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const taken = new Map<string, string>();
    for (const { type, title, gridPos, targets = [] } of panels) {
      expect(['row', 'stat', 'timeseries']).toContain(type);
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
      for (const { datasource } of targets) expect(datasource.uid).toBe(datasources[0].uid);
      expect(new Set(targets.map(({ refId }) => refId)).size).toBe(targets.length);
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++) {
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
          expect(taken.get(`${x},${y}`), `${title} over`).toBeUndefined();
          taken.set(`${x},${y}`, title);
        }
      }
    }
  });
});
