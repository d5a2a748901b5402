import type { z } from 'zod';
import type { Path } from './broken-rule.ts';
import { nearestWord } from './nearest.ts';

/** A problem with the key it is about; the text position is looked up later. */
export interface PathProblem {
  readonly path: Path;
  /** Point at the key itself, not at its value. */
  readonly atKey: boolean;
  readonly message: string;
}

/** `network.positionsMetres[3]`. */
export function pathText(path: Path): string {
  let text = '';
  for (const part of path) text += typeof part === 'number' ? `[${part}]` : `${text === '' ? '' : '.'}${String(part)}`;
  return text;
}

function unknownKey(key: string, path: Path, allowed: string): PathProblem {
  const meant = nearestWord(key, allowed.split(', '));
  const suggestion = meant === undefined ? '' : ` (did you mean '${meant}'?)`;
  return { path: [...path, key], atKey: true, message: `unknown key${suggestion}; allowed: ${allowed}` };
}

type Issue = z.core.$ZodIssue;

/** The branch of a union the author meant: the one whose type fits the value, and fails further inside. */
function meantBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const fits = branches.filter((issues) => issues.every((i) => i.path.length > 0 || i.code === 'unrecognized_keys'));
  return fits.length === 1 ? fits[0] : undefined;
}

/** One problem per thing wrong, in words; each once. */
export function problemsOf(issues: readonly Issue[], base: Path = []): PathProblem[] {
  const found = issues.flatMap((issue): PathProblem[] => {
    const path = [...base, ...issue.path];
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, issue.message));
    if (issue.code === 'invalid_union') {
      const meant = meantBranch(issue.errors);
      if (meant !== undefined) return problemsOf(meant, path);
    }
    return [{ path, atKey: false, message: issue.message }];
  });
  const seen = new Set<string>();
  return found.filter(({ path, message }) => {
    const id = `${pathText(path)}\n${message}`;
    return seen.has(id) ? false : seen.add(id);
  });
}
