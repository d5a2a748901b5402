import { loadScenario, type Scenario } from '@vedetta/scenario';
import type { Size } from '../machinery/experiment.ts';

/** What a curve leaves out of the full system; the paper shows each, but does not say which of the two ways to do without sensing beams. */
export type Variant = 'isac' | 'redistribute' | 'unspent' | 'unaware';

export const variantNames: Readonly<Record<Variant, string>> = {
  isac: 'ISAC',
  redistribute: 'without sensing beams, power to the users',
  unspent: 'without sensing beams, power unspent',
  unaware: 'without clutter statistics',
};

const variantSections: Readonly<Record<Variant, Sections>> = {
  isac: {},
  redistribute: { power: { sensingBeams: false, withoutSensing: 'redistribute' } },
  unspent: { power: { sensingBeams: false, withoutSensing: 'unspent' } },
  unaware: { sensing: { detector: 'clutter-unaware' } },
};

/** Keys of the network section, by section. */
export type Sections = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The paper's experiments: Gaussian symbols, range cells of c/2B across and four height layers, targets that echo in inspected cells. */
const paperSections: Sections = {
  block: { modulation: 'gaussian' },
  sensing: { cellSizeMetres: [7.5, 7.5, 20] },
  power: { policy: 'uniform' },
};

/** The scenario of a curve: the baseline as the paper's experiments have it, a variant of it, and what else the curve is about. */
export function figureScenario(name: string, variant: Variant, changed: Sections = {}): Scenario {
  const network: Record<string, Record<string, unknown>> = {};
  for (const sections of [paperSections, variantSections[variant], changed])
    for (const [section, values] of Object.entries(sections)) network[section] = { ...network[section], ...values };
  const overrides = { preset: 'baseline', network, world: { otherEchoes: 'inspected' } };
  return loadScenario(JSON.stringify(overrides), `${name}.yaml`);
}

/** Set-ups, and realisations of each; `full` is the paper's. */
export const extents: Readonly<Record<Size, { readonly setUps: number; readonly realisations: number }>> = {
  quick: { setUps: 12, realisations: 15 },
  full: { setUps: 100, realisations: 1000 },
};

/** Of the figures that show rates: set-ups cost little there, and their places decide more than fading. */
export const wideExtents: typeof extents = { ...extents, quick: { setUps: 40, realisations: 10 } };

/** σ_α² in the baseline, dBsm. */
export const baselineRcsDbsm = 10;
/** σ_α² of curves, dBsm; the captions give no values. */
export const rcsVariancesDbsm: readonly number[] = [-10, 0, 10, 20];
/** ς of the curves, 0.1 % to 100 %; the caption gives no values. */
export const clutterScales: readonly number[] = [0.001, 0.01, 0.1, 1];
export const baselineClutterScale = 0.01;
