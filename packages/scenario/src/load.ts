import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { z } from 'zod';
import type { BrokenRule, Path } from './broken-rule.ts';
import { ScenarioError, type ScenarioProblem } from './error.ts';
import { mustBe, oneOf, section } from './fields.ts';
import { scenarioHash } from './hash.ts';
import { isMapping, mergeRaw, type RawMapping, without, withoutEmptySections } from './merge.ts';
import { networkSchema } from './network-schema.ts';
import { isPresetName, type PresetName, presetNames } from './preset-names.ts';
import { type PathProblem, pathText, problemsOf } from './problems.ts';
import { networkRules } from './rules.ts';
import { parseSource, type Source } from './source.ts';
import type { Scenario } from './types.ts';
import { worldRules } from './world-rules.ts';
import { worldSchema } from './world-schema.ts';

/** A scenario text: an optional preset it starts from, and the two sections. */
const documentSchema = section({
  preset: oneOf(presetNames).optional(),
  network: networkSchema.prefault({}),
  world: worldSchema.prefault({}),
});

/** Freezes a value all the way down: a scenario is shared by everything in a process. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const item of Object.values(value)) deepFreeze(item);
  }
  return value;
}

/** The text of a preset that comes with the package. */
export function presetText(name: PresetName): string {
  return readFileSync(new URL(`../presets/${name}.yaml`, import.meta.url), 'utf8');
}

/** Explicit places in a file set the count, whatever the preset below it says. */
function dropInheritedCounts(base: unknown, override: RawMapping): unknown {
  const network = override.network;
  if (!isMapping(network)) return base;
  return ['accessPoints', 'users'].reduce((kept, group) => {
    const said = network[group];
    const places = isMapping(said) && Array.isArray(said.positionsMetres) && !Object.hasOwn(said, 'count');
    return places ? without(kept, ['network', group, 'count']) : kept;
  }, base);
}

/** The text's data laid over the preset it names. */
function overPreset(said: RawMapping): unknown {
  const own = withoutEmptySections(said) as RawMapping;
  const name = own.preset;
  if (!isPresetName(name)) return own;
  const base = parseSource(presetText(name), `${name}.yaml`).value;
  if (!isMapping(base)) return own;
  return mergeRaw(dropInheritedCounts(overPreset(base), own), own);
}

function startsWith(path: Path, head: Path): boolean {
  return head.every((part, index) => path[index] === part);
}

/** The data without the refused values, and without mappings that then lack a key they must have. */
function usablePart(raw: unknown, refused: readonly PathProblem[]): z.output<typeof documentSchema> | undefined {
  let rest = refused.reduce((kept, { path }) => without(kept, path.slice(0, itemAt(path))), raw);
  for (let round = 0; round < 3; round++) {
    const parsed = documentSchema.safeParse(rest);
    if (parsed.success) return parsed.data;
    for (const { path } of problemsOf(parsed.error.issues)) rest = without(rest, path.slice(0, -1));
  }
  return undefined;
}

/** Where a path enters a list: a list with a refused item goes whole. */
function itemAt(path: Path): number {
  const listAt = path.findIndex((part) => typeof part === 'number');
  return listAt < 0 ? path.length : listAt;
}

/** Rules that read a key already refused are not asked. */
function brokenRules(raw: unknown, refused: readonly PathProblem[]): BrokenRule[] {
  const usable = usablePart(raw, refused);
  if (usable === undefined) return [];
  const { network, world } = usable;
  const rules = [...networkRules(network), ...worldRules(world, network)];
  return rules.filter(({ paths }) => {
    return !paths.some((read) => refused.some(({ path }) => startsWith(read, path) || startsWith(path, read)));
  });
}

const MOST_PROBLEMS = 100;

/** In the text's order, and no longer than anybody reads. */
function listed(problems: readonly ScenarioProblem[]): ScenarioError {
  const sorted = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
  const shown = sorted.slice(0, MOST_PROBLEMS);
  const left = sorted[MOST_PROBLEMS];
  if (left !== undefined)
    shown.push({ ...left, path: '', message: `${sorted.length - MOST_PROBLEMS} more problems from here on` });
  return new ScenarioError(shown);
}

function placed(source: Source, file: string, problem: PathProblem): ScenarioProblem {
  const { path, atKey, message } = problem;
  return { file, ...source.locate(path, atKey), path: pathText(path), message };
}

/** The key of a broken rule to point at: the first the text holds, else the one the rule is named after. */
function ruleProblem(source: Source, { paths, message }: BrokenRule): PathProblem {
  const path = paths[0];
  const shown = source.has(path) ? path : (paths.find((other) => source.has(other)) ?? path);
  const subject = shown === path ? '' : `${pathText(path)} `;
  return { path: shown, atKey: false, message: subject + message };
}

/**
 * Reads a scenario text (YAML 1.2, strict): sections `network` and `world`, both optional, every key with a default;
 * `preset: name` makes a preset the base that the text's keys override.
 *
 * @param fileName  shown in problems; its base name without `.yaml` becomes the scenario's name.
 * @returns the scenario, frozen, every default filled in.
 * @throws {ScenarioError} with every problem of the text (the first hundred), in the text's order. Nothing else.
 */
export function loadScenario(text: string, fileName: string): Scenario {
  const source = parseSource(text, fileName);
  if (source.problems.length > 0) throw listed(source.problems);
  if (!isMapping(source.value)) {
    const message = mustBe(`a mapping with keys among preset, network, world`)({ input: source.value ?? null });
    throw new ScenarioError([{ file: fileName, ...source.locate([]), path: '', message }]);
  }
  const raw = overPreset(source.value);
  const parsed = documentSchema.safeParse(raw);
  const refused = parsed.success ? [] : problemsOf(parsed.error.issues);
  const problems = [...refused, ...brokenRules(raw, refused).map((rule) => ruleProblem(source, rule))];
  if (problems.length > 0 || !parsed.success) {
    throw listed(problems.map((problem) => placed(source, fileName, problem)));
  }
  const { network, world } = parsed.data;
  const name = basename(fileName).replace(/\.ya?ml$/i, '');
  return deepFreeze({ name, network, world, hash: scenarioHash(network, world) });
}
