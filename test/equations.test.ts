import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';

/**
 * `docs/equations.md` against the code. A line that implements an equation of the paper ends in a comment that names
 * it, `// (35)`; each such line needs a row with its file. A row's functions and test titles must exist.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFile(join(root, file), 'utf8');

interface Row {
  readonly line: number;
  readonly equations: readonly string[];
  /** `path` and the functions named after it. */
  readonly places: readonly { file: string; names: readonly string[] }[];
  /** `path` and the title named after it. */
  readonly tests: readonly { file: string; title: string }[];
}

const code = /`([^`]+)`/g;
const isPath = (text: string) => text.includes('/') && text.endsWith('.ts');

/** Equation numbers in a text: `(6)`, `(9), (10)`, `(6)–(8)`. Numbers end at the paper's last, 59. */
function equationsIn(text: string): string[] {
  const found: string[] = [];
  const tags = /(?<![\w)\]])\((\d{1,2})\)(?:[–-]\((\d{1,2})\))?(?![\w(])/g;
  for (const [, first, last = first] of text.matchAll(tags))
    for (let n = Number(first); n <= Number(last) && n >= 1 && n <= 59; n++) found.push(`(${n})`);
  return found;
}

function placesIn(cell: string): { file: string; names: string[] }[] {
  const places: { file: string; names: string[] }[] = [];
  for (const [, text] of cell.matchAll(code)) {
    if (isPath(text)) places.push({ file: text, names: [] });
    else places.at(-1)?.names.push(text);
  }
  return places;
}

function testsIn(cell: string): { file: string; title: string }[] {
  return [...cell.matchAll(/`([^`]+\.ts)` “([^”]+)”/g)].map(([, file, title]) => ({ file, title }));
}

function rowsOf(table: string): Row[] {
  return table.split('\n').flatMap((text, index) => {
    const cells = text.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, ''));
    if (!text.startsWith('| (') || cells.length !== 4) return [];
    const [equation, , where, proof] = cells;
    return [{ line: index + 1, equations: equationsIn(equation), places: placesIn(where), tests: testsIn(proof) }];
  });
}

/** Sources outside tests, generated code and scenario files. */
async function sources(): Promise<string[]> {
  const found: string[] = [];
  for (const group of ['packages', 'services'])
    for (const entry of await readdir(join(root, group), { recursive: true }))
      if (/^[^/]+\/src\/.*(?<!\.test|\.d)\.ts$/.test(entry) && !entry.includes('generated'))
        found.push(join(group, entry));
  return found.sort();
}

/** The comment that ends a line of code, if any. */
function trailingComment(line: string): string {
  const at = line.search(/(?<!:)\/\/ /);
  return at < 0 ? '' : line.slice(at + 3);
}

/** Packages whose docstrings speak of the paper. */
const computing = /^packages\/(channel|signal|deployment|world|detection|communication|tracking|power|evaluation)\//;

let rows: Row[];
/** Equations of the list below the table: named for orientation, computed by no line. */
let namedOnly: string[];
let files: Map<string, string>;

beforeAll(async () => {
  const table = await read('docs/equations.md');
  rows = rowsOf(table);
  namedOnly = table
    .split('\n')
    .flatMap((line) => (line.startsWith('- (') ? equationsIn(line.slice(0, line.indexOf(':'))) : []));
  files = new Map(await Promise.all((await sources()).map(async (file) => [file, await read(file)] as const)));
});

test('the table has rows, each with an equation, a function and a test', () => {
  expect(rows.length).toBeGreaterThan(10);
  const bare = rows.filter(({ equations, places, tests }) => !(equations.length && places.length && tests.length));
  expect(bare.map(({ line }) => `docs/equations.md:${line} lacks an equation, a function or a test`)).toEqual([]);
});

test('every line that carries an equation number is in the table, under its equation and file', () => {
  const listed = new Set(
    rows.flatMap((row) => row.places.flatMap(({ file }) => row.equations.map((e) => `${e} ${file}`))),
  );
  const missing: string[] = [];
  for (const [file, text] of files)
    for (const [index, line] of text.split('\n').entries())
      for (const equation of equationsIn(trailingComment(line)))
        if (!listed.has(`${equation} ${file}`))
          missing.push(`${file}:${index + 1} implements ${equation}: add it to docs/equations.md`);
  expect(missing).toEqual([]);
});

test('every equation that a docstring of the compute packages names is in the table, or listed as named only', () => {
  const known = new Set([...rows.flatMap((row) => row.equations), ...namedOnly]);
  const unknown: string[] = [];
  for (const [file, text] of files) {
    if (!computing.test(file)) continue;
    for (const [index, line] of text.split('\n').entries())
      for (const equation of /^\s*(\/\*\*|\* )/.test(line) ? equationsIn(line) : [])
        if (!known.has(equation)) unknown.push(`${file}:${index + 1} names ${equation}, docs/equations.md does not`);
  }
  expect(unknown).toEqual([]);
});

test('every place of the table exists, and implements what it is listed for', async () => {
  const wrong: string[] = [];
  for (const { line, equations, places } of rows)
    for (const { file, names } of places) {
      const text = files.get(file);
      if (text === undefined) wrong.push(`docs/equations.md:${line}: there is no ${file}`);
      if (names.length === 0) wrong.push(`docs/equations.md:${line}: no function is named in ${file}`);
      for (const name of names)
        if (!new RegExp(`\\b(function|const|class)\\*? ${name}\\b|^  ${name}[(:]`, 'm').test(text ?? ''))
          wrong.push(`docs/equations.md:${line}: ${file} declares no ${name}`);
      const said = new Set(equationsIn(text ?? ''));
      for (const equation of equations)
        if (!said.has(equation)) wrong.push(`docs/equations.md:${line}: ${file} does not name ${equation}`);
    }
  expect(wrong).toEqual([]);
});

test('every test of the table exists by its title', async () => {
  const wrong: string[] = [];
  for (const { line, tests } of rows)
    for (const { file, title } of tests) {
      const text = existsSync(join(root, file)) ? await read(file) : '';
      if (!text.includes(`'${title}'`) && !text.includes(`\`${title}\``) && !text.includes(`"${title}"`))
        wrong.push(`docs/equations.md:${line}: ${file} has no test “${title}”`);
    }
  expect(wrong).toEqual([]);
});
