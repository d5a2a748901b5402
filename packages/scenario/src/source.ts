import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  visit,
} from 'yaml';
import type { Path } from './broken-rule.ts';
import type { ScenarioProblem } from './error.ts';

/** Characters a scenario text may have; 4096 places with four digits need a third of it. */
export const LARGEST_TEXT = 262_144;
const MOST_ALIASES = 100;
const DEEPEST_NESTING = 64;

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A parsed text that can say where each key stands. */
export interface Source {
  readonly value: unknown;
  /** Syntax errors and duplicate keys; when there are any, `value` is undefined. */
  readonly problems: readonly ScenarioProblem[];
  has(path: Path): boolean;
  /** Of the value at the path, or of its key; of the nearest enclosing value when the text does not hold it. */
  locate(path: Path, atKey?: boolean): Position;
}

interface Found {
  readonly offset: number;
  readonly keyOffset: number;
  readonly whole: boolean;
}

function startOf(node: unknown, otherwise: number): number {
  return (node as Node | null)?.range?.[0] ?? otherwise;
}

function find(root: ParsedNode | null, path: Path): Found {
  let node: unknown = root;
  let offset = startOf(root, 0);
  let keyOffset = offset;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
      if (pair === undefined) return { offset, keyOffset, whole: false };
      keyOffset = startOf(pair.key, offset);
      offset = startOf(pair.value, keyOffset);
      node = pair.value;
    } else if (isSeq(node) && typeof part === 'number' && part < node.items.length) {
      node = node.items[part];
      offset = startOf(node, offset);
      keyOffset = offset;
    } else return { offset, keyOffset, whole: isAlias(node) };
  }
  return { offset, keyOffset, whole: true };
}

/** How deep brackets nest at most, by counting alone: a parser that recurses is only given what it can stand. */
function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x5b || c === 0x7b) deepest = Math.max(deepest, ++depth);
    else if ((c === 0x5d || c === 0x7d) && depth > 0) depth--;
  }
  return deepest;
}

/** The parser's message, in this package's words where its own speak of its API. */
function syntaxMessage(code: string, message: string, rest: string): string {
  if (code === 'MULTIPLE_DOCS') return 'a second document begins here; a scenario file is one document';
  if (code === 'DUPLICATE_KEY') return `duplicate key ${rest.match(/^[^\s:]*/)?.[0]}; each key may be given once`;
  return `YAML syntax: ${message.replace(/\s+/g, ' ').trim()}`;
}

function unknownAliases(document: Document.Parsed): { offset: number; message: string }[] {
  const found: { offset: number; message: string }[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return;
      const message = `no anchor &${alias.source} stands before the alias *${alias.source}`;
      found.push({ offset: startOf(alias, 0), message });
    },
  });
  return found;
}

function refused(file: string, message: string): Source {
  const position = { line: 1, column: 1 };
  const problems = [{ file, ...position, path: '', message }];
  return { value: undefined, problems, has: () => false, locate: () => position };
}

/** Parses YAML 1.2 (JSON included); never throws. */
export function parseSource(text: string, file: string): Source {
  if (text.length > LARGEST_TEXT)
    return refused(file, `the file has ${text.length} characters, at most ${LARGEST_TEXT} are allowed`);
  if (bracketDepth(text) > DEEPEST_NESTING)
    return refused(file, `brackets nest deeper than the ${DEEPEST_NESTING} levels allowed`);
  const lines = new LineCounter();
  const positionOf = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'error',
      version: '1.2',
    });
    const root = document.contents;
    const wrong = [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
      offset: pos[0],
      message: syntaxMessage(code, message, text.slice(pos[0], pos[0] + 80)),
    }));
    if (wrong.length === 0) wrong.push(...unknownAliases(document));
    const problems = wrong.map(({ offset, message }) => ({ file, ...positionOf(offset), path: '', message }));
    const value = problems.length === 0 ? document.toJS({ maxAliasCount: MOST_ALIASES }) : undefined;
    return {
      value,
      problems,
      has: (path) => find(root, path).whole,
      locate: (path, atKey = false) => {
        const { offset, keyOffset, whole } = find(root, path);
        return positionOf(atKey && whole ? keyOffset : offset);
      },
    };
  } catch (error) {
    return refused(file, `the YAML cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
