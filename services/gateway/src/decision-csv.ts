import type { StoredDecision } from '@vedetta/store';

/** Decisions as RFC 4180 lines. Lists of APs are separated by spaces; null is empty. */

type Cell = string | number | boolean | null;

const columns: readonly (readonly [name: string, cell: (decision: StoredDecision) => Cell])[] = [
  ['run', (decision) => decision.run],
  ['slot', (decision) => decision.slot],
  ['inspection', (decision) => decision.inspection],
  ['phase', (decision) => decision.phase],
  ['region', (decision) => decision.region],
  ['cell', (decision) => decision.cell],
  ['xMetres', (decision) => decision.position[0]],
  ['yMetres', (decision) => decision.position[1]],
  ['zMetres', (decision) => decision.position[2]],
  ['outcome', (decision) => decision.outcome],
  ['statistic', (decision) => decision.statistic],
  ['rank', (decision) => decision.rank],
  ['threshold', (decision) => decision.threshold],
  ['pValue', (decision) => decision.pValue],
  ['timeMs', (decision) => decision.timeMs],
  ['decidedAt', (decision) => decision.decidedAt],
  ['reportsExpected', (decision) => decision.reportsExpected],
  ['reportsUsed', (decision) => decision.reportsUsed],
  ['missing', (decision) => decision.missing.join(' ')],
  ['late', (decision) => decision.late.join(' ')],
  ['stalled', (decision) => decision.stalled],
];

export const decisionCsvHeader = columns.map(([name]) => name).join(',');

function quoted(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function decisionCsvLine(decision: StoredDecision): string {
  return columns.map(([, cell]) => quoted(cell(decision))).join(',');
}

/** Header and one line a decision, CRLF after each. */
export function decisionsToCsv(decisions: readonly StoredDecision[]): string {
  return [decisionCsvHeader, ...decisions.map(decisionCsvLine), ''].join('\r\n');
}
