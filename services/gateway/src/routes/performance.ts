import type { CalibrationTotals, Run, RunTotals, Store } from '@vedetta/store';
import { z } from 'zod';
import { wholeNumber } from '../input/fields.ts';
import { notFound, ProblemError } from '../problem.ts';
import { performanceSchema } from '../schemas.ts';
import { answers, type GatewayApp, json, type RouteContext } from './context.ts';

const performanceQuery = z.strictObject({
  run: wholeNumber(0).optional().describe('The running one, else the newest, when left out.'),
});

const share = (part: number, whole: number) => (whole > 0 ? part / whole : null);

const rates = ({
  evaluated,
  alarms,
  expectedAlarms,
}: Pick<CalibrationTotals, 'evaluated' | 'alarms' | 'expectedAlarms'>) => ({
  evaluated,
  alarms,
  expectedAlarms,
  empiricalAlarmRate: share(alarms, evaluated),
  exactAlarmRate: share(expectedAlarms, evaluated),
});

/** Empirical figures of a run beside the exact ones. */
export function summarisePerformance(run: Run, totals: RunTotals, calibration: CalibrationTotals) {
  const { reportsExpected, reportsUsed, reportsLate, reportsMissing, ...counts } = totals;
  const { withTarget, variance } = calibration;
  const withoutTarget = {
    evaluated: calibration.evaluated - withTarget.evaluated,
    alarms: calibration.alarms - withTarget.alarms,
    expectedAlarms: calibration.expectedAlarms - withTarget.expectedAlarms,
  };
  return {
    run: run.id,
    status: run.status,
    scenarioHash: run.scenarioHash,
    seed: run.seed,
    version: run.version,
    falseAlarmProbability: run.falseAlarmProbability,
    totals: counts,
    reports: {
      expected: reportsExpected,
      used: reportsUsed,
      late: reportsLate,
      missing: reportsMissing,
      usedShare: share(reportsUsed, reportsExpected),
    },
    calibration: {
      ...rates(calibration),
      variance,
      deviation: variance > 0 ? (calibration.alarms - calibration.expectedAlarms) / Math.sqrt(variance) : null,
      withTarget: rates(withTarget),
      withoutTarget: rates(withoutTarget),
    },
  };
}

async function runInQuestion(store: Store, id: number | undefined): Promise<Run> {
  if (id !== undefined) {
    const run = await store.run(id);
    if (!run) throw notFound(`run ${id}`);
    return run;
  }
  const current = await store.nextRun();
  const run = current?.status === 'running' ? current : ((await store.runs({ limit: 1 })).items[0] ?? current);
  if (!run) throw new ProblemError('NOT_FOUND', 'there is no run yet');
  return run;
}

export function performanceRoutes(app: GatewayApp, { store }: RouteContext): void {
  app.get(
    '/v1/performance',
    {
      config: { offers: json },
      schema: {
        tags: ['decisions'],
        summary: 'Totals of a run, and empirical alarm rates beside the exact ones',
        querystring: performanceQuery,
        response: answers({ 200: performanceSchema }),
      },
    },
    async ({ query }) => {
      const run = await runInQuestion(store, query.run);
      const [totals, calibration] = [await store.totals(run.id), await store.calibration(run.id)];
      return summarisePerformance(run, totals, calibration);
    },
  );
}
