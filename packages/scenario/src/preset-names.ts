/** Presets that come with the package, as files in `presets/`. */
export const presetNames = ['demo', 'baseline', 'paper-literal', 'small'] as const;

export type PresetName = (typeof presetNames)[number];

export function isPresetName(name: unknown): name is PresetName {
  return presetNames.some((preset) => preset === name);
}
