import { countedColumns, countedRow } from '../counted.ts';
import type { Experiment, Point, Row, Size } from '../machinery/experiment.ts';
import { addOutcomes, countOutcomes, type Outcomes } from '../network/outcomes.ts';
import { runNetwork } from '../network/run-network.ts';
import { stagedScenario } from '../scan-stage.ts';
import { quantisationCharts } from './charts.ts';
import { addRounding, laidBeside, type Rounding } from './rounding.ts';
import { quantisationVerdicts } from './verdicts.ts';

export type QuantisationParameters = {
  /** Of a mantissa; null: float64. */
  readonly mantissaBits: number | null;
  readonly slots: number;
};

const falseAlarmProbability = 0.01;
const extents: Readonly<Record<Size, { bits: readonly (number | null)[]; slots: number; layouts: number }>> = {
  quick: { bits: [6, 8, 10, 12, 14, 16, null], slots: 512, layouts: 1 },
  full: { bits: [6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, null], slots: 800, layouts: 4 },
};

type Unit = Outcomes & Rounding & { readonly reportPayloadBytes: number };

/** What the bits of forwarded samples are worth. */
export const quantisation: Experiment<QuantisationParameters> = {
  name: 'quantisation',
  title: 'Bits of forwarded samples',
  summary:
    'In the split raw, receive APs forward their samples in block floating point of 6 to 16 bits. Every network makes the same draws, so each statistic is laid beside the one of lossless samples: its difference halves with every bit, as the rounding does. Receivers count the rounding as noise of the power that the blocks tell, so false alarms keep their probability at any number of bits; what fewer bits cost is detection probability, once the rounding, of clutter above all, is no longer small beside the noise. Beside them stand the false alarms of receivers that take what came for exact.',
  kind: 'network',
  columns: {
    mantissaBits: 'bits of a mantissa; empty: float64',
    slots: 'slots of each network',
    reportPayloadBytes: 'payload of a report, bytes',
    statisticDifference: 'root mean square difference of local statistics from those of lossless samples',
    otherDecisions: 'decisions that differ from those of lossless samples',
    decisions: 'decisions',
    roundingDb: 'power of the rounding beside the receiver noise, dB',
    predictedRoundingDb: 'the same by theory: uniform within the units of the blocks, 4^e / 6 a sample, dB',
    ...countedColumns,
    uncountedFalseAlarmRate: 'alarms in emptyInspections, had the samples been taken for exact, / emptyInspections',
    detectionProbability: 'mean exact probability of detection of targetInspections, given the units of the blocks',
    expectedDetections: 'Σ p of the exact probabilities',
    detectionVariance: 'Σ p(1 − p)',
  },
  points(size) {
    const { bits, slots, layouts } = extents[size];
    return bits.map((mantissaBits): Point<QuantisationParameters> => {
      const parameters = { mantissaBits, slots };
      const name = mantissaBits === null ? 'float64' : `${mantissaBits} bits`;
      return { name, parameters, scenario: quantisationScenario(mantissaBits, 1), units: layouts };
    });
  },
  async compute({ parameters }, context) {
    const { mantissaBits, slots } = parameters;
    const scenario = quantisationScenario(mantissaBits, context.unit + 1);
    const run = await runNetwork({ scenario, slots, pace: 'fast', apProcesses: 2 }, context);
    const receivers = run.links.final.filter(({ accessPoint }) =>
      run.deployment.receiveAccessPoints.includes(accessPoint),
    );
    const reported = receivers.reduce((total, { up }) => total + up.report, 0);
    const outcomes = countOutcomes(run, scenario);
    return [{ ...outcomes, ...laidBeside(run, scenario), reportPayloadBytes: reported / outcomes.reportsUsed }];
  },
  aggregate: ({ parameters }, units) => [rowOf(parameters, units.flat() as Unit[])],
  verdicts: (rows) => quantisationVerdicts(rows, falseAlarmProbability),
  charts: (rows) => quantisationCharts(rows, falseAlarmProbability),
};

function quantisationScenario(mantissaBits: number | null, layoutSeed: number) {
  return stagedScenario(
    'quantisation',
    {
      preset: 'baseline',
      network: {
        areaSideMetres: 471.4,
        layoutSeed,
        accessPoints: { count: 16 },
        sensing: { regions: 4, falseAlarmProbability },
        fronthaul: { split: 'raw', sampleFormat: mantissaBits === null ? 'float64' : { mantissaBits } },
      },
      world: { rcsVarianceDbsm: 0 },
    },
    { cells: [4, 4, 2], targets: 16 },
  );
}

function rowOf(parameters: QuantisationParameters, units: readonly Unit[]): Row {
  const sums = addOutcomes(units);
  const { expectedDetections, detectionVariance, emptyInspections, targetInspections } = sums;
  const rounding = addRounding(units);
  const { reports, squaredDifference, otherDecisions, decisions, samples, roundingPower, predictedPower } = rounding;
  const decibels = (power: number) => (power > 0 ? 10 * Math.log10(power / samples) : null);
  return {
    ...parameters,
    reportPayloadBytes: units.reduce((total, unit) => total + unit.reportPayloadBytes, 0) / units.length,
    statisticDifference: Math.sqrt(squaredDifference / reports),
    otherDecisions,
    decisions,
    roundingDb: decibels(roundingPower),
    predictedRoundingDb: decibels(predictedPower),
    ...countedRow(sums),
    uncountedFalseAlarmRate: rounding.uncountedAlarms / emptyInspections,
    detectionProbability: expectedDetections / targetInspections,
    expectedDetections,
    detectionVariance,
  };
}
