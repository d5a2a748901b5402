import type { PowerBench, PowerRow } from './bench-power.ts';

/** What is promised for 16 UEs, 16 access points and 4 targets, seconds of one core. */
const promisedSeconds = 30;

export function isFast({ largestSeconds }: PowerBench): boolean {
  return largestSeconds < promisedSeconds;
}

export function powerText(bench: PowerBench): string {
  const { users, accessPoints, targets, largestSeconds } = bench;
  const share = (value: number | null) => value?.toExponential(1) ?? '–';
  const decibels = (value: number) => (10 * Math.log10(value)).toFixed(2);
  const columns: [string, (row: PowerRow) => string][] = [
    ['layout', (r) => String(r.layoutSeed)],
    ['CPU s', (r) => r.seconds.toFixed(1)],
    ['calls', (r) => String(r.solverCalls)],
    ['iterations', (r) => String(r.iterations)],
    ['SINR dB', (r) => decibels(r.minSinr)],
    ['SIR dB', (r) => decibels(r.minSir)],
    ['feasibility', (r) => share(r.feasibilityGap)],
    ['optimality', (r) => share(r.gap)],
    ['proved', (r) => share(r.provedGap)],
  ];
  const cells = [columns.map(([name]) => name), ...bench.rows.map((row) => columns.map(([, cell]) => cell(row)))];
  const widths = columns.map((_, c) => Math.max(...cells.map((line) => line[c].length)));
  const designs = ['design', ...bench.rows.map(({ design }) => design)];
  const width = Math.max(...designs.map((design) => design.length));
  return [
    `Max-min power control, ${users} UEs, ${accessPoints} transmit APs, ${targets} targets; the smallest SINR and SIR that were reached, and gaps`,
    'feasibility: what the solver’s point violated before its repair; optimality: to what the search gave up; proved: to what cannot be had',
    ...cells.map((line, i) =>
      [designs[i].padEnd(width), ...line.map((cell, c) => cell.padStart(widths[c]))].join('  '),
    ),
    `longest search ${largestSeconds.toFixed(1)} s: ${isFast(bench) ? 'within' : 'NOT within'} ${promisedSeconds} s of one core`,
    '',
  ].join('\n');
}
