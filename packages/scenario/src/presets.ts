import { readFile, stat } from 'node:fs/promises';
import { ScenarioError } from './error.ts';
import { loadScenario, presetText } from './load.ts';
import { nearestWord } from './nearest.ts';
import { isPresetName, type PresetName, presetNames } from './preset-names.ts';
import { LARGEST_TEXT } from './source.ts';
import type { Network, Scenario } from './types.ts';

function refuse(file: string, message: string): never {
  throw new ScenarioError([{ file, line: 0, column: 0, path: '', message }]);
}

function unknownName(name: string): string {
  const meant = nearestWord(name, presetNames);
  const suggestion = meant === undefined ? '' : ` (did you mean '${meant}'?)`;
  return `neither a preset nor a file${suggestion}; presets: ${presetNames.join(', ')}`;
}

const loaded = new Map<PresetName, Scenario>();

/**
 * A scenario that comes with the package.
 *
 * @throws {ScenarioError} when there is no such preset.
 */
export function presetScenario(name: string): Scenario {
  if (!isPresetName(name)) return refuse(name, unknownName(name));
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const scenario = loadScenario(presetText(name), `${name}.yaml`);
  loaded.set(name, scenario);
  return scenario;
}

async function readText(file: string): Promise<string> {
  try {
    const about = await stat(file);
    if (!about.isFile()) return refuse(file, 'is not a file');
    // A character takes at most four bytes, so more bytes than this are too many characters.
    if (about.size > 4 * LARGEST_TEXT)
      return refuse(file, `has ${about.size} bytes, at most ${LARGEST_TEXT} characters are allowed`);
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    if (error instanceof ScenarioError) throw error;
    const reason = (error as NodeJS.ErrnoException).code;
    if (reason === 'ENOENT' || reason === 'ENOTDIR') return refuse(file, unknownName(file));
    if (reason === 'ERR_ENCODING_INVALID_ENCODED_DATA') return refuse(file, 'is not UTF-8 text');
    return refuse(file, `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * A scenario by preset name or by path. A preset's name wins over a file of that name: write `./demo` for the file.
 *
 * @throws {ScenarioError} (rejection) when it is neither, cannot be read, or is invalid.
 */
export async function readScenario(presetOrFile: string): Promise<Scenario> {
  if (isPresetName(presetOrFile)) return presetScenario(presetOrFile);
  return loadScenario(await readText(presetOrFile), presetOrFile);
}

/** A scenario without its truth: what a service may read. */
export interface NetworkScenario {
  readonly name: string;
  readonly network: Network;
  /** Hash of the whole scenario, the world section included. */
  readonly hash: string;
}

/** As {@link readScenario}, without the world section: for processes that must not know the targets. */
export async function readNetwork(presetOrFile: string): Promise<NetworkScenario> {
  const { name, network, hash } = await readScenario(presetOrFile);
  return { name, network, hash };
}
