import type { LocalNetwork } from '@vedetta/local-network';
import { presetScenario, type SensingConfig } from '@vedetta/scenario';
import type { CalibrationTotals, Run, RunTotals, Store } from '@vedetta/store';
import { describe, expect, it } from 'vitest';
import { summarise, summaryText } from './summary.ts';

const run = { id: 2, status: 'completed', seed: 9, falseAlarmProbability: 0.01 } as Run;
const totals: RunTotals = {
  slots: 200,
  decisions: 800,
  targetPresent: 30,
  targetAbsent: 760,
  unobserved: 10,
  reportsExpected: 1600,
  reportsUsed: 1550,
  reportsLate: 20,
  reportsMissing: 30,
  stalledSlots: 0,
};
const calibration: CalibrationTotals = {
  evaluated: 790,
  alarms: 30,
  expectedAlarms: 24,
  variance: 9,
  withTarget: { evaluated: 40, alarms: 20, expectedAlarms: 16 },
};

async function summary(
  changes: { totals?: Partial<RunTotals>; calibration?: Partial<CalibrationTotals> } = {},
  sensing: Partial<SensingConfig> = {},
) {
  const store = {
    run: async () => run,
    totals: async () => ({ ...totals, ...changes.totals }),
    calibration: async () => ({ ...calibration, ...changes.calibration }),
  };
  const network = { ...presetScenario('small').network };
  const deployment = { network: { ...network, sensing: { ...network.sensing, ...sensing } } };
  return summarise({ store: store as unknown as Store, run, deployment } as LocalNetwork, run.id);
}

describe('the summary of a run', () => {
  it('lays empirical alarm rates beside the exact ones, with their distance in standard deviations', async () => {
    const result = await summary();
    expect(result.calibration.deviationSigma).toBe((30 - 24) / 3);
    const text = summaryText(result);
    expect(text).toContain('run 2 completed (seed 9, P_FA 0.01)');
    expect(text).toMatch(/alarm rate +0\.0380 seen, 0\.0304 exact \(30 of 790\), \+2\.00 σ/);
    expect(text).toMatch(/target in cell +0\.5000 seen, 0\.4000 exact \(20 of 40\)/);
    expect(text).toMatch(/empty cell +0\.0133 seen, 0\.0107 exact \(10 of 750\)/);
    expect(text).toMatch(/reports +1550 of 1600 used, 20 late, 30 missing/);
    expect(text).not.toContain('stalled');
  });

  it('of a network that follows targets says whether one is at the estimate, and beside which P_FA holds', async () => {
    const joint = summaryText(await summary({}, { phase: 'tracking', detector: 'joint-glrt', angleErrorDeg: 0 }));
    expect(joint).toMatch(/target there +0\.5000 seen, 0\.4000 exact \(20 of 40\)/);
    expect(joint).toMatch(/nothing there +0\.0133 seen, .*0\.01 without any but those followed\)/);
    const erring = await summary({}, { phase: 'tracking', detector: 'joint-glrt', angleErrorDeg: 0.573 });
    expect(summaryText(erring)).toContain('0.01 without any)');
    expect(summaryText(await summary({}, { phase: 'tracking' }))).toContain('0.01 without any)');
  });

  it('claims a false-alarm probability only where the receivers keep it', async () => {
    expect(summaryText(await summary())).toContain('0.01 without any)');
    const longRun = summaryText(await summary({}, { clutterSet: { strongest: 2 } }));
    expect(longRun).toContain('0.01 without any, on the long-run average)');
    const none = summaryText(await summary({}, { clutterSet: { whiteRest: 2 } }));
    expect(none).toContain('P_FA 0.01 in name only: this receiver keeps none');
    expect(none).toContain('nothing is claimed without any');
  });

  it('reports coverage and stalled slots apart', async () => {
    const text = summaryText(await summary({ totals: { stalledSlots: 3 } }));
    expect(text).toMatch(/slots +200 \(3 stalled\)/);
    expect(text).toMatch(/decisions +800: 30 target present, 760 absent, 10 unobserved/);
  });

  it('claims nothing where nothing was evaluated, and no deviation where every alarm was certain', async () => {
    const nothing = {
      evaluated: 0,
      alarms: 0,
      expectedAlarms: 0,
      variance: 0,
      withTarget: { evaluated: 0, alarms: 0, expectedAlarms: 0 },
    };
    const empty = await summary({ calibration: nothing });
    expect(empty.calibration.deviationSigma).toBe(null);
    expect(summaryText(empty)).toContain('no inspection was laid beside the truth');
    const certain = await summary({ calibration: { ...nothing, evaluated: 5, alarms: 5, expectedAlarms: 5 } });
    expect(certain.calibration.deviationSigma).toBe(null);
    expect(summaryText(certain)).toContain('certain');
    expect(summaryText(certain)).toMatch(/target in cell +none inspected/);
    for (const { text } of [{ text: summaryText(empty) }, { text: summaryText(certain) }])
      expect(text).not.toMatch(/NaN|Infinity|undefined/);
  });
});
