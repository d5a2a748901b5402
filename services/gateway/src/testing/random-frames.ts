import { type Deployment, planSlot } from '@vedetta/deployment';
import type { DecisionRecord, FrameResult, InspectionEvaluation, ReportRecord } from '@vedetta/store';

/** Frames as fusion would commit them, with made-up statistics: for tests of what reads them. */

/** Marsaglia's xorshift, in [0, 1). */
function uniforms(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

function randomReport(accessPoint: number, draw: () => number): ReportRecord {
  const luck = draw();
  const fate = luck < 0.75 ? 'used' : luck < 0.85 ? 'late' : luck < 0.95 ? 'missing' : 'invalid';
  const heard = fate === 'used' || fate === 'late';
  return {
    accessPoint,
    fate,
    statistic: heard ? -4 * Math.log(1 - draw()) : null,
    rank: heard ? 1 + Math.floor(4 * draw()) : null,
  };
}

/** One frame of the deployment's real plan. */
export function randomFrame(deployment: Deployment, run: number, frame: number, seed = 1): FrameResult {
  const draw = uniforms(seed * 7919 + frame + 1);
  const count = deployment.network.timing.frameSlots;
  const slots = Array.from({ length: count }, (_, index) => {
    const onAir = deployment.transmitAccessPoints.filter(() => draw() < 0.9);
    return { slot: frame * count + index, onAir, stalled: draw() < 0.05 };
  });
  const decisions = slots.flatMap(({ slot }) =>
    planSlot(deployment, slot).inspections.map((inspection): DecisionRecord => {
      const reports = inspection.receive.map((accessPoint) => randomReport(accessPoint, draw));
      const used = reports.filter(({ fate }) => fate === 'used');
      const statistic = used.reduce((sum, report) => sum + (report.statistic ?? 0), 0);
      const rank = used.reduce((sum, report) => sum + (report.rank ?? 0), 0);
      if (rank === 0) {
        return { slot, inspection, reports, outcome: 'unobserved', statistic, rank, threshold: null, pValue: null };
      }
      const threshold = 2 * rank + 4;
      const outcome = statistic > threshold ? 'targetPresent' : 'targetAbsent';
      return { slot, inspection, reports, outcome, statistic, rank, threshold, pValue: draw() ** 4 };
    }),
  );
  return { run, frame, slots, decisions };
}

/** Made-up truth beside each observed decision of a frame. */
export function randomEvaluations({ frame, decisions }: FrameResult): InspectionEvaluation[] {
  const draw = uniforms(104_729 + frame);
  return decisions
    .filter(({ outcome }) => outcome !== 'unobserved')
    .map(({ slot, inspection }) => ({
      slot,
      inspection: inspection.index,
      alarmProbability: draw(),
      targetInCell: draw() < 0.3,
    }));
}
