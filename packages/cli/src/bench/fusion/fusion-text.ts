import type { FusionBench } from './bench-fusion.ts';

export function fusionText({ rounds, ratios, ratio, inconclusive }: FusionBench): string {
  const lines = rounds.map(({ workers, slotsPerSecond, slots, seconds, fusionCores, otherCores, others }) => {
    const told = others.slice(0, 6).map(({ program, cores }) => `${program} ${cores.toFixed(3)}`);
    return [
      `  ${workers} worker${workers > 1 ? 's' : ' '}  ${slotsPerSecond.toFixed(1).padStart(7)} slots/s (${slots} in ${seconds.toFixed(1)} s)`,
      `  cores: fusion ${fusionCores.toFixed(2)}, all others ${otherCores.toFixed(3)} (${told.join(', ')})`,
    ].join('');
  });
  return [
    'Fusion workers, split raw, recorded samples of 29 APs; one and two workers in turn',
    ...lines,
    `  two over one: ${ratio.toFixed(2)} (median of ${ratios.map((r) => r.toFixed(2)).join(', ')})`,
    ...(inconclusive === null ? [] : [`  INCONCLUSIVE: ${inconclusive}`]),
    '',
  ].join('\n');
}
