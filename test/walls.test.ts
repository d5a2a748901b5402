import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

/**
 * The walls between the rooms, proved: lines that must not be are planted in a copy of the tree's package manifests,
 * and the real linter with the real configuration is seen to refuse each one.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const biome = join(root, 'node_modules/.bin/biome');

type Rule = 'noRestrictedImports' | 'noUndeclaredDependencies' | 'noImportCycles' | 'noProcessEnv' | 'noConsole';
interface Planted {
  readonly claim: string;
  /** Folder the line is planted in. */
  readonly folder: string;
  readonly line: string;
  /** The rule that refuses it; null: the line is allowed. */
  readonly rule: Rule | null;
}

const plant = (claim: string, folder: string, from: string, rule: Rule | null, what = 'thing'): Planted => {
  return { claim, folder, line: `import type { ${what} } from '${from}';\nexport type Planted = ${what};\n`, rule };
};
const refuse = (claim: string, folder: string, from: string, what?: string): Planted =>
  plant(claim, folder, from, 'noRestrictedImports', what);
const allow = (claim: string, folder: string, from: string, what?: string): Planted =>
  plant(claim, folder, from, null, what);

const compute = [
  'numerics',
  'scenario',
  'channel',
  'signal',
  'deployment',
  'transmission',
  'world',
  'detection',
  'communication',
  'power',
  'power-plan',
];
const services = ['ap-node', 'cpu-fusion', 'scheduler', 'gateway', 'evaluator'];

const planted: Planted[] = [
  refuse('numerics imports nothing of ours', 'packages/numerics/src', '@vedetta/scenario'),
  refuse('scenario imports nothing of ours', 'packages/scenario/src', '@vedetta/numerics'),
  refuse('models import no receiver', 'packages/channel/src', '@vedetta/detection'),
  refuse('models import no truth', 'packages/signal/src', '@vedetta/world'),
  refuse('models know no targets', 'packages/deployment/src', '@vedetta/scenario', 'World'),
  refuse('receivers import no truth', 'packages/detection/src', '@vedetta/world'),
  refuse('receivers know no targets', 'packages/detection/src/nested', '@vedetta/scenario', 'TargetConfig'),
  refuse('rates import no truth', 'packages/communication/src', '@vedetta/world'),
  refuse('rates import no other receiver', 'packages/communication/src', '@vedetta/power'),
  refuse('power control imports no truth', 'packages/power/src', '@vedetta/world'),
  refuse('power control imports no rates', 'packages/power/src', '@vedetta/communication'),
  refuse('what is planned ahead imports no truth', 'packages/power-plan/src', '@vedetta/world'),
  refuse('what is planned ahead imports no transport', 'packages/power-plan/src', '@vedetta/store'),
  refuse('receivers import no transport', 'packages/detection/src', '@vedetta/fronthaul'),
  refuse('receivers import no transmit side', 'packages/detection/src', '@vedetta/transmission'),
  refuse('the transmit side imports no truth', 'packages/transmission/src', '@vedetta/world'),
  refuse('the transmit side knows no targets', 'packages/transmission/src', '@vedetta/scenario', 'World'),
  ...services.map((name) => refuse(`${name} makes no known signals`, `services/${name}/src`, '@vedetta/transmission')),
  refuse('known signals at fusion hold no truth', 'services/cpu-fusion/src/known-signals', '@vedetta/world'),
  refuse('the world imports no receiver', 'packages/world/src', '@vedetta/detection'),
  refuse('the world imports no evaluation', 'packages/world/src', '@vedetta/evaluation'),
  refuse('the fronthaul imports no truth', 'packages/fronthaul/src', '@vedetta/world'),
  refuse('the store imports no truth', 'packages/store/src', '@vedetta/world'),
  refuse('the service kit imports no evaluation', 'packages/service-kit/src', '@vedetta/evaluation'),
  ...services.map((name) => refuse(`${name} imports no truth`, `services/${name}/src`, '@vedetta/world')),
  ...services
    .filter((name) => name !== 'evaluator')
    .map((name) => refuse(`${name} imports no evaluation`, `services/${name}/src`, '@vedetta/evaluation')),
  refuse('an AP outside its front end knows no targets', 'services/ap-node/src', '@vedetta/scenario', 'World'),
  refuse('fusion knows no targets', 'services/cpu-fusion/src', '@vedetta/scenario', 'World'),
  refuse('the scheduler knows no targets', 'services/scheduler/src', '@vedetta/scenario', 'parseWorld'),
  ...['ap-node', 'cpu-fusion', 'scheduler', 'gateway'].map((name) =>
    refuse(`${name} reads the network section alone`, `services/${name}/src`, '@vedetta/scenario', 'readScenario'),
  ),
  refuse('the front end imports no evaluation', 'services/ap-node/src/front-end', '@vedetta/evaluation'),
  refuse('services do not import one another', 'services/gateway/src', '@vedetta/cpu-fusion'),
  refuse('no package is reached into', 'packages/cli/src', '@vedetta/numerics/src/gemm.ts'),
  refuse('no relative import leaves its package', 'packages/evaluation/src', '../../world/src/index.ts'),
  refuse('no relative import leaves its room', 'packages/detection/src/nested', '../../../world/src/index.ts'),
  {
    claim: 'a test is held to the walls of its package',
    folder: 'packages/detection/src',
    line: "import { createAir } from '@vedetta/world';\nexport const planted = createAir;\n",
    rule: 'noRestrictedImports',
  },
  {
    claim: 'a dynamic import is an import',
    folder: 'services/cpu-fusion/src',
    line: "export const planted = import('@vedetta/world');\n",
    rule: 'noRestrictedImports',
  },
  {
    claim: 're-exporting is importing',
    folder: 'packages/power/src',
    line: "export * from '@vedetta/world';\n",
    rule: 'noRestrictedImports',
  },
  plant('what is imported is declared', 'packages/cli/src', 'undeclared-package', 'noUndeclaredDependencies'),
  plant('workspaces are declared too', 'packages/cli/src', '@vedetta/undeclared', 'noUndeclaredDependencies'),
  ...compute.map((name) => ({
    claim: `${name} does not read the environment`,
    folder: `packages/${name}/src`,
    line: 'export const planted = process.env.HOME;\n',
    rule: 'noProcessEnv' as const,
  })),
  {
    claim: 'compute code does not log',
    folder: 'packages/detection/src',
    line: 'console.log(1);\n',
    rule: 'noConsole',
  },
  refuse(
    'no path leads into another package',
    'services/gateway/src/a/b',
    '../../../../../packages/store/src/index.ts',
  ),
  allow('a script reaches into its own package', 'packages/cli/scripts/nested', '../../src/main.ts'),
  allow('a service reads the network section', 'services/ap-node/src', '@vedetta/scenario', 'readNetwork'),
  allow('the evaluator reads the scenario', 'services/evaluator/src', '@vedetta/scenario', 'Scenario'),
  allow('models import numerics', 'packages/channel/src', '@vedetta/numerics'),
  allow('receivers import models', 'packages/detection/src', '@vedetta/deployment'),
  allow('receivers import the network section', 'packages/detection/src', '@vedetta/scenario', 'Network'),
  allow('rates import the deployment', 'packages/communication/src', '@vedetta/deployment'),
  allow('what is planned ahead imports rates', 'packages/power-plan/src', '@vedetta/communication'),
  allow('the scheduler plans powers ahead', 'services/scheduler/src', '@vedetta/power-plan'),
  allow('the world knows its targets', 'packages/world/src', '@vedetta/scenario', 'World'),
  allow('known signals at fusion', 'services/cpu-fusion/src/known-signals', '@vedetta/transmission'),
  allow('the world imports the transmit side', 'packages/world/src', '@vedetta/transmission'),
  allow('the front end imports the world', 'services/ap-node/src/front-end', '@vedetta/world'),
  allow('the front end knows the targets', 'services/ap-node/src/front-end/nested', '@vedetta/scenario', 'World'),
  allow('an AP imports its receiver', 'services/ap-node/src', '@vedetta/detection'),
  allow('the evaluator imports evaluation', 'services/evaluator/src', '@vedetta/evaluation'),
  allow('evaluation imports the world', 'packages/evaluation/src', '@vedetta/world'),
  allow('the fronthaul imports the service kit', 'packages/fronthaul/src', '@vedetta/service-kit'),
  allow('the command line imports the world', 'packages/cli/src', '@vedetta/world'),
];

const cycle = ['packages/power/src/cycle-a.ts', 'packages/power/src/cycle-b.ts'];

const fileOf = (index: number): string => {
  const { claim, folder } = planted[index];
  return join(folder, claim.startsWith('a test') ? `planted-${index}.test.ts` : `planted-${index}.ts`);
};

let folder: string;
let refusals: Map<string, string[]>;

/** Every package, by folder, with its manifest. */
async function packages(): Promise<[string, { name: string; dependencies?: object; devDependencies?: object }][]> {
  const folders: string[] = [];
  for (const group of ['packages', 'services'])
    for (const name of await readdir(join(root, group))) folders.push(join(group, name));
  const read = async (folder: string) => JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
  return Promise.all(folders.map(async (folder) => [folder, await read(folder)] as const)) as never;
}

async function put(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), text);
}

/** The rules that refuse each file, by path. */
async function lint(): Promise<Map<string, string[]>> {
  const run = promisify(execFile)(biome, ['lint', '--reporter=json', '--max-diagnostics=none', '.'], { cwd: folder });
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  const found = new Map<string, string[]>();
  for (const { category, severity, location } of JSON.parse(stdout).diagnostics) {
    const path = relative(folder, join(folder, location.path));
    if (severity === 'error') found.set(path, [...(found.get(path) ?? []), category.split('/').at(-1)]);
  }
  return found;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vedetta-walls-'));
  for (const file of ['package.json', 'biome.json', '.gitignore']) await cp(join(root, file), join(folder, file));
  // Everything is declared everywhere, so that a wall has to stand by itself.
  const all = await packages();
  const dependencies = Object.fromEntries(all.map(([, { name }]) => [name, '*']));
  for (const [place, { name }] of all) await put(join(place, 'package.json'), JSON.stringify({ name, dependencies }));
  for (const [index, { line }] of planted.entries()) await put(fileOf(index), line);
  await put(cycle[0], "import { b } from './cycle-b.ts';\nexport const a = (): number => b();\n");
  await put(cycle[1], "import { a } from './cycle-a.ts';\nexport const b = (): number => a();\n");
  refusals = await lint();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(planted.map(({ claim, rule }, index) => [claim, rule, index] as const))('%s (%s)', (_, rule, index) => {
  expect(refusals.get(fileOf(index)) ?? []).toEqual(rule === null ? [] : [rule]);
});

test('files do not import each other in a circle (noImportCycles)', () => {
  for (const file of cycle) expect(refusals.get(file)).toEqual(['noImportCycles']);
});

const importing = /(?:^|\n)(?:import|export|\} from)[^'\n]*'([^'\n]+)'/g;

test('every import of a workspace is declared by its package, and no relative one leaves it', async () => {
  const wrong: string[] = [];
  for (const [place, { dependencies, devDependencies }] of await packages()) {
    const declared = Object.keys({ ...dependencies, ...devDependencies });
    for (const entry of await readdir(join(root, place, 'src'), { recursive: true })) {
      if (!entry.endsWith('.ts')) continue;
      const file = join(place, 'src', entry);
      for (const [, from] of (await readFile(join(root, file), 'utf8')).matchAll(importing)) {
        const workspace = from.match(/^@vedetta\/[^/]+/)?.[0];
        if (workspace !== undefined && !declared.includes(workspace)) wrong.push(`${file}: ${from} is not declared`);
        if (from.startsWith('.') && relative(place, join(dirname(file), from)).startsWith('..'))
          wrong.push(`${file}: ${from} leaves the package`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
