import type { z } from 'zod';
import { type FieldError, invalidRequest } from '../problem.ts';

/** Query string → one entry per key; a repeated key holds the list of its values. Never throws. */
export function splitQuery(text: string): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = Object.create(null);
  for (const [key, value] of new URLSearchParams(text)) {
    const before = query[key];
    if (before === undefined) query[key] = value;
    else if (Array.isArray(before)) before.push(value);
    else query[key] = [before, value];
  }
  return query;
}

const MOST_ERRORS = 20;

/**
 * Checks what came from outside against a schema.
 * @throws {ProblemError} INVALID_REQUEST with every field that is wrong, one message each
 */
export function validate<Schema extends z.ZodType>(schema: Schema, data: unknown): z.output<Schema> {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  throw invalidRequest(fieldErrors(schema, result.error.issues));
}

function fieldErrors(schema: z.ZodType, issues: readonly z.core.$ZodIssue[]): readonly FieldError[] {
  const messages = new Map<string, string>();
  const add = (path: string, message: string) => {
    if (!messages.has(path) && messages.size < MOST_ERRORS) messages.set(path, message);
  };
  for (const issue of issues) {
    const path = issue.path.join('.');
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) add(join(path, key), `is not known here; ${knownKeys(schema)}`);
    } else add(path, issue.message);
  }
  return [...messages].map(([path, message]) => ({ path, message }));
}

function join(path: string, key: string): string {
  const short = key.length > 60 ? `${key.slice(0, 57)}…` : key;
  return path ? `${path}.${short}` : short;
}

function knownKeys(schema: z.ZodType): string {
  const shape = (schema as { shape?: Record<string, unknown> }).shape;
  const keys = shape ? Object.keys(shape) : [];
  return keys.length > 0 ? `known are ${keys.join(', ')}` : 'nothing may be given';
}
