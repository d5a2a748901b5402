export { formatProblem, ScenarioError, type ScenarioProblem } from './error.ts';
export { canonicalJson, scenarioHash } from './hash.ts';
export { changeLink, type LinkChange, linkChangeSchema } from './link-schema.ts';
export { checkPace, hasShapedLinks, isShaped, linkOf, PaceNeededError } from './links.ts';
export { loadScenario } from './load.ts';
export { parseNetwork, parseWorld } from './parse.ts';
export { isPresetName, type PresetName, presetNames } from './preset-names.ts';
export { type NetworkScenario, presetScenario, readNetwork, readScenario } from './presets.ts';
export type * from './types.ts';
