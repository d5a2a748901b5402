/** Plain data of a scenario text, before the schema has looked at it. */
export type RawMapping = { readonly [key: string]: unknown };

export function isMapping(value: unknown): value is RawMapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `override` over `base`: mappings key by key, everything else (lists too) replaced. Neither is modified. */
export function mergeRaw(base: unknown, override: unknown): unknown {
  if (!isMapping(base) || !isMapping(override)) return override;
  const keys = new Set([...Object.keys(base), ...Object.keys(override)]);
  return Object.fromEntries(
    [...keys].map((key) => {
      if (!Object.hasOwn(override, key)) return [key, base[key]];
      return [key, Object.hasOwn(base, key) ? mergeRaw(base[key], override[key]) : override[key]];
    }),
  );
}

/** A copy without the value at the path; unchanged when there is none. */
export function without(value: unknown, path: readonly PropertyKey[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined || !isMapping(value) || !Object.hasOwn(value, key)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) => {
      if (name !== key) return [[name, item]];
      return rest.length === 0 ? [] : [[name, without(item, rest)]];
    }),
  );
}

/** A copy with every empty section (`users:` with nothing under it) left out: an empty section means its defaults. */
export function withoutEmptySections(value: unknown, depth = 2): unknown {
  if (!isMapping(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      if (item === null) return [];
      return [[key, depth > 1 && key === 'network' ? withoutEmptySections(item, depth - 1) : item]];
    }),
  );
}
