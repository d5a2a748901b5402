import type { ReportRecord, StoredDecision, StoredDecisionDetail } from '@vedetta/store';
import type { Colour, Paint } from './colour.ts';
import { type Column, Table } from './table.ts';

const outcomeColours: Readonly<Record<StoredDecision['outcome'], Colour>> = {
  targetPresent: 'green',
  targetAbsent: 'dim',
  unobserved: 'yellow',
};

const fixed = (value: number | null, digits: number) => (value === null ? '-' : value.toFixed(digits));
const probability = (value: number | null) =>
  value === null ? '-' : value >= 0.001 || value === 0 ? value.toFixed(4) : value.toExponential(1);
const list = (ids: readonly number[]) => (ids.length > 0 ? ids.join(' ') : '-');
const metres = (position: StoredDecision['position']) => position.map((value) => value.toFixed(1)).join(' ');

/** One line a decision. @param phase  of the network, which says what was looked at: range cells of regions, or followed targets. */
export function decisionTable(paint: Paint, phase: StoredDecision['phase']): Table<StoredDecision> {
  const right = 'right';
  const place: readonly Column<StoredDecision>[] =
    phase === 'tracking'
      ? [{ title: 'target', align: right, cell: (decision) => String(decision.region) }]
      : [
          { title: 'region', align: right, cell: (decision) => String(decision.region) },
          { title: 'cell', align: right, cell: (decision) => String(decision.cell) },
        ];
  const columns: readonly Column<StoredDecision>[] = [
    { title: 'run', align: right, cell: (decision) => String(decision.run) },
    { title: 'slot', align: right, cell: (decision) => String(decision.slot) },
    { title: 'insp', align: right, cell: (decision) => String(decision.inspection) },
    ...place,
    { title: 'x y z (m)', align: right, cell: (decision) => metres(decision.position) },
    {
      title: 'outcome',
      cell: (decision) => decision.outcome,
      paint: (text, decision) => paint(outcomeColours[decision.outcome], text),
    },
    { title: 'statistic', align: right, cell: (decision) => fixed(decision.statistic, 3) },
    { title: 'threshold', align: right, cell: (decision) => fixed(decision.threshold, 3) },
    { title: 'rank', align: right, cell: (decision) => String(decision.rank) },
    { title: 'p-value', align: right, cell: (decision) => probability(decision.pValue) },
    { title: 'reports', align: right, cell: ({ reportsUsed, reportsExpected }) => `${reportsUsed}/${reportsExpected}` },
    {
      title: 'missing',
      cell: ({ missing }) => list(missing),
      paint: (text, { missing }) => warn(paint, text, missing),
    },
    { title: 'late', cell: ({ late }) => list(late), paint: (text, { late }) => warn(paint, text, late) },
  ];
  return new Table(columns);
}

function warn(paint: Paint, text: string, ids: readonly number[]): string {
  return ids.length > 0 ? paint('yellow', text) : text;
}

function lookedAt({ phase, region, cell }: StoredDecision): string {
  return phase === 'tracking' ? `target ${region}` : `region ${region}, cell ${cell}`;
}

/** One decision with the local statistics that went into it. */
export function decisionDetail(decision: StoredDecisionDetail, paint: Paint): string {
  const { run, slot, inspection, outcome, evaluation } = decision;
  const facts: readonly (readonly [string, string])[] = [
    ['decision', `run ${run}, slot ${slot}, inspection ${inspection} (${decision.phase})`],
    ['looked at', `${lookedAt(decision)}, at ${metres(decision.position)} m`],
    ['outcome', paint(outcomeColours[outcome], outcome) + (decision.stalled ? ' (window closed by the watchdog)' : '')],
    ['statistic', `${decision.statistic} of rank ${decision.rank}; threshold ${decision.threshold ?? '-'}`],
    ['p-value', probability(decision.pValue)],
    ['transmit APs', `${list(decision.transmit)}; on air ${list(decision.onAir)}`],
    ['time', `${decision.timeMs} ms after slot 0, decided ${decision.decidedAt}`],
  ];
  const lines = facts.map(([name, value]) => `${paint('bold', name.padEnd(13))} ${value}`);
  if (evaluation) {
    const { targetInCell, alarmProbability } = evaluation;
    const truth = `${targetInCell ? 'a target' : 'no target'} ${decision.phase === 'tracking' ? 'at the estimate' : 'in the cell'}; exact alarm probability ${probability(alarmProbability)}`;
    lines.push(`${paint('bold', 'truth'.padEnd(13))} ${truth}`);
  }
  const table = reportTable(paint);
  table.measure(decision.reports);
  lines.push(
    '',
    table.header((text) => paint('bold', text)),
    ...decision.reports.map((report) => table.row(report)),
  );
  return `${lines.join('\n')}\n`;
}

function reportTable(paint: Paint): Table<ReportRecord> {
  return new Table<ReportRecord>([
    { title: 'receive AP', align: 'right', cell: ({ accessPoint }) => String(accessPoint) },
    {
      title: 'report',
      cell: ({ fate }) => fate,
      paint: (text, { fate }) => (fate === 'used' ? text : paint('yellow', text)),
    },
    { title: 'statistic', align: 'right', cell: ({ statistic }) => (statistic === null ? '-' : String(statistic)) },
    { title: 'rank', align: 'right', cell: ({ rank }) => (rank === null ? '-' : String(rank)) },
  ]);
}
