import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { deployNetwork } from '@vedetta/deployment';
import { slotBook } from '@vedetta/evaluation';
import { noReports } from '@vedetta/fronthaul';
import { buildGateway } from '@vedetta/gateway';
import { loadScenario, presetNames, presetScenario, ScenarioError } from '@vedetta/scenario';
import type { Store } from '@vedetta/store';
import { Registry } from 'prom-client';
import { beforeAll, expect, test } from 'vitest';

/** README and `docs` against the code: what they name must exist, and what they quote must still be said. */

const root = fileURLToPath(new URL('..', import.meta.url));
const pages = new Map<string, string>();
const page = (name: string) => pages.get(name) as string;

beforeAll(async () => {
  const names = ['README.md', ...(await readdir(join(root, 'docs'))).map((name) => `docs/${name}`)];
  for (const name of names) if (name.endsWith('.md')) pages.set(name, await readFile(join(root, name), 'utf8'));
});

/** Every match of `pattern` in every page, as `page: match` pairs. */
function* everywhere(pattern: RegExp): Generator<{ readonly where: string; readonly found: string }> {
  for (const [where, text] of pages)
    for (const match of text.matchAll(pattern)) yield { where, found: match[1] ?? match[0] };
}

const fences = (text: string, language: string) =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, body]) => body);

test('every file and folder that the pages name exists', () => {
  const missing = [];
  for (const { where, found } of everywhere(/(?<![\w./-])((?:packages|services|docs|proto|test)\/[\w./-]*\w)/g))
    if (!existsSync(join(root, found))) missing.push(`${where}: ${found}`);
  for (const { where, found } of everywhere(/\]\((?!https?:)([^)#]+)/g))
    if (!existsSync(join(root, where, '..', found))) missing.push(`${where}: link ${found}`);
  expect(missing).toEqual([]);
});

test('the table of folders names every package and every service', async () => {
  for (const group of ['packages', 'services'])
    for (const name of await readdir(join(root, group)))
      expect(page('README.md')).toContain(`| \`${group}/${name}\` |`);
});

test('every preset that the pages name exists, and README and docs/scenario.md name them all', () => {
  const named = [
    ...everywhere(/(?:^preset: |--preset )([\w-]+)/gm),
    ...everywhere(/npm start -- ([a-z][\w-]*)(?=\s)/g),
  ];
  for (const { where, found } of named) expect(presetNames, where).toContain(found);
  for (const name of presetNames)
    for (const where of ['README.md', 'docs/scenario.md']) expect(page(where)).toContain(`\`${name}\``);
});

const run = promisify(execFile);
const help = async (...words: string[]) =>
  (await run(process.execPath, [join(root, 'packages/cli/bin/vedetta.js'), ...words, '--help'])).stdout;
const optionsOf = (text: string) => new Set(text.match(/--[a-z][\w-]*/g));

test('every command and option that the pages name is in its --help', async () => {
  const commands = [...(await help()).matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name).filter((n) => n !== 'help');
  const helps = await Promise.all(commands.map(async (name) => [name, await help(name)] as const));
  const known = new Map(helps.map(([name, text]) => [name, optionsOf(text)]));
  const wrong = [];
  const calls = /npm (?:start(?: --)?|run -s vedetta -- )([^\n`#|]*)/g;
  for (const [where, text] of pages) {
    for (const [call, rest] of text.matchAll(calls)) {
      const name = call.startsWith('npm start') ? 'up' : rest.trim().split(' ')[0];
      const options = known.get(name);
      if (!options) wrong.push(`${where}: ${call}: no such command`);
      for (const option of optionsOf(rest))
        if (options && !options.has(option)) wrong.push(`${where}: ${name} ${option}`);
    }
    // Docker's own options are Docker's.
    const prose = text
      .replaceAll(calls, '')
      .replaceAll(/^```[\s\S]*?^```/gm, '')
      .replaceAll(/--(?:scale|build-arg)\b/g, '');
    for (const option of optionsOf(prose))
      if (![...known.values()].some((options) => options.has(option))) wrong.push(`${where}: ${option}`);
  }
  expect(wrong).toEqual([]);
  const kinds = /Kinds:([^.]*)\./.exec(helps.find(([name]) => name === 'evaluate')?.[1] ?? '')?.[1].split(',') ?? [];
  const inTable = [...page('docs/evaluate.md').matchAll(/^\| `([a-z-]+)` \| `/gm)].map(([, kind]) => kind);
  expect(new Set(inTable)).toEqual(new Set(kinds.map((kind) => kind.trim())));
});

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}

/** The OpenAPI document, of a gateway whose store has nothing to tell. */
async function openApiPaths(): Promise<Record<string, Record<string, Operation>>> {
  const { name, hash, network } = presetScenario('small');
  const store: Partial<Store> = {
    lastEventId: async () => 0,
    eventsAfter: async () => [],
    onCommit: async () => async () => {},
  };
  const gateway = await buildGateway({
    store: store as Store,
    network,
    deployment: deployNetwork(network),
    scenario: { name, hash, version: '0' },
    isReady: async () => ({ ready: true, waitingFor: [] }),
    runControl: { create: () => Promise.reject(), stop: () => Promise.reject() },
    liveStatus: () => ({ attachedAccessPoints: [], links: [], reports: noReports }),
    metrics: new Registry(),
  });
  const { paths } = (await gateway.inject('/docs/json')).json();
  await gateway.close();
  return paths;
}

test('every REST path and query parameter that the pages name is in the OpenAPI document, and docs/rest.md names every path', async () => {
  const paths = await openApiPaths();
  const matching = (path: string) =>
    Object.keys(paths).find((template) => new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path));
  const wrong = [];
  for (const { where, found } of everywhere(/(\/(?:v1\/|healthz|readyz|metrics(?!\.md))[^\s'"`,)]*)/g)) {
    if (where === 'docs/architecture.md' || found.startsWith('/v1)')) continue;
    const [path, query] = found.replace(/[.;:]$/, '').split('?');
    const template = matching(path);
    if (!template) {
      wrong.push(`${where}: ${path}`);
      continue;
    }
    const operations = Object.values(paths[template]);
    const parameters = operations.flatMap((operation) => operation.parameters ?? []).map((parameter) => parameter.name);
    for (const name of new URLSearchParams(query ?? '').keys())
      if (!parameters.includes(name)) wrong.push(`${where}: ${found}: ${name}`);
  }
  expect(wrong).toEqual([]);
  const offered = Object.entries(paths).flatMap(([template, operations]) =>
    Object.keys(operations).map((method) => `\`${method.toUpperCase()} ${template}\``),
  );
  expect(offered.filter((request) => !page('docs/rest.md').includes(request))).toEqual([]);
});

/** `| \`key\` | default |` rows under the heading of each section. */
function tables(text: string): Map<string, Map<string, string>> {
  const sections = new Map<string, Map<string, string>>();
  for (const [, name, body] of text.matchAll(/^#+ `(\w+)`\n([\s\S]*?)(?=^#|(?![\s\S]))/gm))
    sections.set(
      name,
      new Map([...body.matchAll(/^\| `([\w[\].]+)` \| ([^|]*) \|/gm)].map(([, key, cell]) => [key, cell.trim()])),
    );
  return sections;
}

test('docs/scenario.md has every key of a scenario, no other, and the defaults that are filled in', () => {
  const { network, world } = loadScenario('network: {}', 'defaults.yaml');
  const documented = tables(page('docs/scenario.md'));
  const isSection = (value: unknown): value is object =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const sections = Object.entries(network).filter(([, value]) => isSection(value));
  const scalars = Object.entries(network).filter(([, value]) => !isSection(value));
  for (const [name, values] of [['network', Object.fromEntries(scalars)], ['world', world], ...sections] as const) {
    const rows = documented.get(name) ?? new Map<string, string>();
    expect(new Set([...rows.keys()].filter((key) => !key.includes('['))), name).toEqual(new Set(Object.keys(values)));
    for (const [key, value] of Object.entries(values)) {
      const cell = rows.get(key)?.replaceAll('`', '').replace('−', '-') ?? '';
      if (/^(true|false|-?[\d.]+|[a-zA-Z]+(-[a-z]+)?|\[[-\d., ]+\])$/.test(cell) && cell !== 'none')
        expect(cell, `${name}.${key}`).toBe(Array.isArray(value) ? `[${value.join(', ')}]` : String(value));
    }
  }
  expect(documented.size).toBe(sections.length + 2);
});

test('the scenarios that the pages show are read, and the one with mistakes gets the messages shown', () => {
  const shown = [...pages].flatMap(([where, text]) => fences(text, 'yaml').map((yaml) => ({ where, yaml })));
  const mistaken = shown.filter(({ where, yaml }) => {
    try {
      loadScenario(yaml, 'my-city.yaml');
      return false;
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      const lines = error.message.split('\n').map((line) => line.split(' transmitPerRegion')[0]);
      expect(lines.filter((line) => !page(where).includes(line))).toEqual([]);
      return true;
    }
  });
  expect(shown.length).toBeGreaterThan(2);
  expect(mistaken).toHaveLength(1);
});

test('the statistic in the README’s open book is the one that the network computes today', () => {
  const readme = page('README.md');
  const scenario = presetScenario('demo');
  expect(readme).toContain(
    `starting demo (${scenario.hash.slice(0, 8)}), data in …/.vedetta/demo-${scenario.hash.slice(0, 8)}`,
  );
  const { inspections } = slotBook(scenario, { slot: 12, accessPoint: 2, seed: 1 });
  const quoted = [...readme.matchAll(/\b28\.0249\d+/g)].map(Number);
  expect(quoted).toHaveLength(3);
  for (const value of quoted) expect(Math.abs(value / inspections[0].statistic - 1)).toBeLessThan(1e-9);
});
