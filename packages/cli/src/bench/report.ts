import type { NetworkBench } from './bench-network.ts';
import type { StatisticBench, StatisticRow } from './bench-statistic.ts';

export interface BenchReport {
  readonly node: string;
  readonly processor: string;
  readonly cores: number;
  readonly statistic: StatisticBench | null;
  readonly network: NetworkBench | null;
}

export function reportText({ node, processor, cores, statistic, network }: BenchReport): string {
  const parts = [`Node ${node}, ${cores} × ${processor}${statistic?.numpy ? `, NumPy ${statistic.numpy}` : ''}`];
  if (statistic) parts.push(statisticText(statistic));
  if (network) parts.push(networkText(network));
  return `${parts.join('\n\n')}\n`;
}

function statisticText({ numpy, rows }: StatisticBench): string {
  const columns: [string, (row: StatisticRow) => string][] = [
    ['tx APs', (r) => String(r.transmitAccessPoints)],
    ['τ_s', (r) => String(r.samples)],
    ['alone ms', (r) => r.aloneMs.toFixed(3)],
    ['shared ms', (r) => r.sharedMs.toFixed(3)],
    ['dense ms', (r) => r.denseMs.toFixed(2)],
    ['dense ×', (r) => r.denseRatio.toFixed(1)],
    ['NumPy paper ms', (r) => r.numpyPaperMs?.toFixed(2) ?? '–'],
    ['×', (r) => r.numpyPaperRatio?.toFixed(1) ?? '–'],
    ['NumPy dense ms', (r) => r.numpyDenseMs?.toFixed(2) ?? '–'],
    ['×', (r) => r.numpyDenseRatio?.toFixed(1) ?? '–'],
    ['rel. diff.', (r) => r.relativeDifference.toExponential(1)],
    ['allowed', (r) => r.allowedDifference.toExponential(1)],
    ['cond Ψ', (r) => r.conditionNumber.toExponential(1)],
  ];
  const cells = [columns.map(([name]) => name), ...rows.map((row) => columns.map(([, cell]) => cell(row)))];
  const widths = columns.map((_, c) => Math.max(...cells.map((line) => line[c].length)));
  const lines = cells.map((line) => line.map((cell, c) => cell.padStart(widths[c])).join('  '));
  return [
    'Local statistic, one receive AP and cell. alone: the slot prepared for one statistic; shared: one more receive AP of a prepared slot.',
    'Medians of rounds in which all take their turn; × are ratios to "alone", taken round by round. Assembly of Ψ is in all of them.',
    ...lines,
    ...(numpy ? [] : ['NumPy: python3 with NumPy was not found']),
  ].join('\n');
}

function networkText(n: NetworkBench): string {
  return [
    `Network ${n.preset}, pace fast, ${n.apProcesses} AP processes beside the control plane, everything stored`,
    `  first decision        ${n.firstDecisionSeconds.toFixed(1)} s after the call`,
    `  slots per second      ${n.slotsPerSecond.toFixed(0)} (${n.slots} slots in ${n.seconds.toFixed(1)} s)`,
    `  control plane         ${(100 * n.controlPlaneShare).toFixed(0)} % of all CPU time, ${n.controlPlaneCpuMsPerSlot.toFixed(2)} ms a slot, ${n.controlPlaneMegabytes.toFixed(0)} MB`,
    `  AP processes          largest ${n.apProcessMegabytes.toFixed(0)} MB`,
  ].join('\n');
}
