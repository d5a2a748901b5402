import type { DecisionRecord } from '../records.ts';
import { exactNumber, exactNumberOrNull, integerList } from './exact-json.ts';
import { encodeReports } from './report-rows.ts';

/** The decisions of a frame as one JSON list of rows, keys named as the columns. */
export function encodeDecisions(decisions: readonly DecisionRecord[], stalled: ReadonlySet<number>): string {
  return `[${decisions.map((decision) => encodeDecision(decision, stalled.has(decision.slot))).join(',')}]`;
}

function encodeDecision({ slot, inspection, reports, ...fusion }: DecisionRecord, stalled: boolean): string {
  const [x, y, z] = inspection.position.map(exactNumber);
  return (
    `{"slot":${slot},"inspection":${inspection.index},"phase":"${inspection.phase}","region":${inspection.region},"cell":${inspection.cell},` +
    `"x":${x},"y":${y},"z":${z},"statistic":${exactNumber(fusion.statistic)},` +
    `"threshold":${exactNumberOrNull(fusion.threshold)},"p_value":${exactNumberOrNull(fusion.pValue)},` +
    `"rank":${fusion.rank},"outcome":"${fusion.outcome}","stalled":${stalled},` +
    `"transmit":${integerList(inspection.transmit)},"reports":${encodeReports(reports)}}`
  );
}
