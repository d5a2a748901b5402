import { kinds } from './kinds/index.ts';
import { type CaseProblem, Problems } from './problems.ts';
import { type Fields, kindOf, readObject } from './read-values.ts';

export type CaseOutcome =
  | { readonly ok: true; readonly result: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly problems: readonly CaseProblem[] };

/** Kinds that `evaluateCase` knows. */
export const caseKinds: readonly string[] = Object.keys(kinds);

/**
 * Computes one case that somebody brings (`vedetta evaluate`).
 *
 * @param input  parsed JSON with the key `kind` and that kind's own keys; anything else is refused with its JSON path.
 * @returns a result that JSON can hold, or every problem that was found.
 */
export async function evaluateCase(input: unknown): Promise<CaseOutcome> {
  const problems = new Problems();
  const result = await compute(input, problems);
  for (const [key, value] of Object.entries(result ?? {}))
    if (!holdsFiniteNumbers(value)) problems.add('$', `${key} leaves the range of double precision: scale the case`);
  if (problems.any || !result) return { ok: false, problems: problems.list() };
  return { ok: true, result };
}

async function compute(input: unknown, problems: Problems): Promise<Readonly<Record<string, unknown>> | null> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    problems.add('$', `must be an object with the key kind, is ${kindOf(input)}`);
    return null;
  }
  const name = (input as Fields).kind;
  if (typeof name !== 'string' || !Object.hasOwn(kinds, name)) {
    const given = typeof name === 'string' ? `'${name.slice(0, 80)}'` : kindOf(name);
    problems.add('$.kind', `must be one of ${caseKinds.join(', ')}; is ${given}`);
    return null;
  }
  const kind = kinds[name];
  const fields = readObject(
    input,
    '$',
    { required: ['kind', ...kind.required], ...(kind.optional ? { optional: kind.optional } : {}) },
    problems,
  );
  return fields && kind.evaluate(fields, problems);
}

/** JSON has no NaN and no infinity. */
function holdsFiniteNumbers(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(holdsFiniteNumbers);
}
